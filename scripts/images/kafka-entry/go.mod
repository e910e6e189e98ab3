module ce-conform/images/kafka-entry

go 1.23

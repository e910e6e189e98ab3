module ce-conform/images/target

go 1.23

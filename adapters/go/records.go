// The records of Kafka in adapter protocol 1 (docs/adapters.md) as those of sarama, and back. Null is nil to both.
package main

import (
	"github.com/IBM/sarama"
	cloudevents "github.com/cloudevents/sdk-go/v2"
)

func decodedRecord(r request) (object, error) {
	record := sarama.ConsumerMessage{Topic: "topic", Key: r.Message.Key.bytes(), Value: r.Message.Body.bytes()}
	for _, line := range r.Message.Headers {
		name, value, err := read(line)
		if err != nil {
			return nil, err
		}
		record.Headers = append(record.Headers, &sarama.RecordHeader{Key: []byte(name), Value: value})
	}
	event, err := decodeRecord(&record)
	if err != nil {
		return nil, err
	}
	return object{"events": shown([]cloudevents.Event{event})}, nil
}

func encodedRecord(r request) (object, error) {
	events, err := built(r.Events)
	if err != nil {
		return nil, err
	}
	var key sarama.Encoder
	if r.Key.Value != nil {
		key = sarama.ByteEncoder(r.Key.Value.bytes())
	}
	record, err := encodeRecord(r.Mode, events[0], key)
	if err != nil {
		return nil, err
	}
	headers := [][2]any{}
	for _, header := range record.Headers {
		headers = append(headers, [2]any{string(header.Key), orNull(header.Value)})
	}
	message := object{"headers": headers, "key": nil, "body": nil}
	for name, part := range map[string]sarama.Encoder{"key": record.Key, "body": record.Value} {
		if part == nil {
			continue
		}
		bytes, err := part.Encode()
		if err != nil {
			return nil, err
		}
		message[name] = orNull(bytes)
	}
	return object{"message": message}, nil
}

func orNull(bytes []byte) any {
	if bytes == nil {
		return nil
	}
	return object{"base64": bytes}
}

// All that the Go module github.com/cloudevents/sdk-go/protocol/kafka_sarama/v2 is asked: a client of the SDK receives and
// sends, as in its samples. It repairs nothing. The SDK's binding of MQTT is in none of its releases.
package main

import (
	"context"
	"io"

	"github.com/IBM/sarama"
	"github.com/cloudevents/sdk-go/protocol/kafka_sarama/v2"
	cloudevents "github.com/cloudevents/sdk-go/v2"
	"github.com/cloudevents/sdk-go/v2/binding"
)

// What the client receives. It ends where the channel is closed.
type inbox chan binding.Message

func (i inbox) Receive(context.Context) (binding.Message, error) {
	message, isOpen := <-i
	if !isOpen {
		return nil, io.EOF
	}
	return message, nil
}

// The SDK's receiver makes this message of a record, and commits the record where the result is an ACK.
func decodeRecord(record *sarama.ConsumerMessage) (received cloudevents.Event, result error) {
	records := make(inbox, 1)
	records <- binding.WithFinish(kafka_sarama.NewMessageFromConsumerMessage(record), func(finished error) {
		if !cloudevents.IsACK(finished) {
			result = finished
		}
	})
	close(records)
	client, err := cloudevents.NewClient(records)
	if err != nil {
		return received, err
	}
	err = client.StartReceiver(context.Background(), func(event cloudevents.Event) { received = event })
	if err != nil {
		return received, err
	}
	return received, result
}

// A producer that keeps what it is to send.
type outbox struct {
	sarama.SyncProducer
	sent *sarama.ProducerMessage
}

func (o *outbox) SendMessage(record *sarama.ProducerMessage) (int32, int64, error) {
	o.sent = record
	return 0, 0, nil
}

// The SDK makes a key of partitionkey, asked or not.
func encodeRecord(mode string, event cloudevents.Event, key sarama.Encoder) (*sarama.ProducerMessage, error) {
	ctx := context.Background()
	if key != nil {
		ctx = kafka_sarama.WithMessageKey(ctx, key)
	}
	if mode == "structured" {
		ctx = cloudevents.WithEncodingStructured(ctx)
	}
	producer := &outbox{}
	sender, err := kafka_sarama.NewSenderFromSyncProducer("topic", producer)
	if err != nil {
		return nil, err
	}
	client, err := cloudevents.NewClient(sender)
	if err != nil {
		return nil, err
	}
	return producer.sent, client.Send(ctx, event)
}

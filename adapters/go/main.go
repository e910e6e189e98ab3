// All that the Go module github.com/cloudevents/sdk-go/v2 is asked behind adapter protocol 1 (docs/adapters.md), by its
// public API. It repairs nothing. The lines of the protocol are in protocol.go.
package main

import (
	"context"
	"maps"
	"net/http"

	cloudevents "github.com/cloudevents/sdk-go/v2"
	"github.com/cloudevents/sdk-go/v2/binding/spec"
)

func decode(request *http.Request) ([]cloudevents.Event, error) {
	if cloudevents.IsHTTPBatch(request.Header) {
		return cloudevents.NewEventsFromHTTPRequest(request)
	}
	event, err := cloudevents.NewEventFromHTTPRequest(request)
	if err != nil {
		return nil, err
	}
	return []cloudevents.Event{*event}, nil
}

func encode(mode string, events []cloudevents.Event) (*http.Request, error) {
	ctx := context.Background()
	if mode == "batch" {
		return cloudevents.NewHTTPRequestFromEvents(ctx, "/", events)
	}
	if mode == "structured" {
		ctx = cloudevents.WithEncodingStructured(ctx)
	}
	return cloudevents.NewHTTPRequestFromEvent(ctx, "/", events[0])
}

// The SDK's package spec is "for use by code that maps events using (prefixed) attribute name strings". Nil is not set.
func attributesOf(event cloudevents.Event) map[string]any {
	attributes := map[string]any{}
	for _, attribute := range spec.VS.Version(event.SpecVersion()).Attributes() {
		if value := attribute.Get(event.Context); value != nil {
			attributes[attribute.Name()] = value
		}
	}
	maps.Copy(attributes, event.Extensions())
	return attributes
}

// SetData has codecs for JSON and for plain text; other text is handed over as bytes, as its documentation says.
func eventOf(wire wireEvent) (cloudevents.Event, error) {
	event := cloudevents.NewEvent()
	if version, isText := wire.Attributes["specversion"].(string); isText {
		event.SetSpecVersion(version)
	}
	for name, value := range wire.Attributes {
		if err := spec.V1.SetAttribute(event.Context, name, value); err != nil {
			return event, err
		}
	}
	if wire.Data == nil {
		return event, nil
	}
	return event, event.SetData(event.DataContentType(), wire.Data.value(event.DataMediaType() == cloudevents.TextPlain))
}

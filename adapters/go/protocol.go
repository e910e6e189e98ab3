// Adapter protocol 1 (docs/adapters.md): one JSON object a line in, one out, in the same order.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"runtime/debug"
	"slices"

	cloudevents "github.com/cloudevents/sdk-go/v2"
)

const module = "github.com/cloudevents/sdk-go/v2"

var supports = []string{"decode:http-binary", "decode:http-structured", "decode:http-batch",
	"encode:http-binary", "encode:http-structured", "encode:http-batch",
	"decode:kafka-binary", "decode:kafka-structured",
	"encode:kafka-binary", "encode:kafka-structured", "encode:kafka-key", "encode:kafka-mapper",
	"evaluate:cesql", "evaluate:functions", "validate"}

type object = map[string]any

type request struct {
	ID                json.RawMessage
	Op, Binding, Mode string
	Message           struct {
		Headers   [][2]json.RawMessage
		Key, Body *octets
	}
	Event      wireEvent
	Events     []wireEvent
	Key        struct{ Value *octets }
	Expression string
}

type octets struct {
	Text   string
	Base64 []byte
}

// What is null or not there is nil.
func (o *octets) bytes() []byte {
	if o == nil {
		return nil
	}
	return append([]byte(o.Text), o.Base64...)
}

type wireEvent struct {
	Attributes object
	Data       *wireData
}

type wireData struct {
	JSON   any
	Text   *string
	Base64 []byte
}

// What an application has: a JSON value, bytes, or a text, which is a string where the SDK takes one, and else bytes.
func (d wireData) value(takesStrings bool) any {
	switch {
	case d.Base64 != nil:
		return d.Base64
	case d.Text == nil:
		return d.JSON
	case takesStrings:
		return *d.Text
	default:
		return []byte(*d.Text)
	}
}

func main() {
	if err := addFunctions(); err != nil {
		panic(err)
	}
	lines, replies := bufio.NewReader(os.Stdin), json.NewEncoder(os.Stdout)
	for line, err := lines.ReadBytes('\n'); err == nil; line, err = lines.ReadBytes('\n') {
		var r request
		reply, err := object{}, json.Unmarshal(line, &r)
		if err == nil {
			reply, err = answer(r)
		}
		if err != nil && r.Op == "validate" {
			reply = object{"valid": false, "reason": err.Error()}
		} else if err != nil && r.Op == "evaluate" {
			reply = object{"thrown": object{"reason": err.Error()}}
		} else if err != nil {
			reply = object{"rejected": object{"reason": err.Error()}}
		}
		reply["id"] = r.ID
		if err := replies.Encode(reply); err != nil {
			panic(err)
		}
	}
}

// A panic of the SDK ends the request and not the program, as in the server of net/http.
func answer(r request) (reply object, err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("panic: %v", panicked)
		}
	}()
	switch {
	case r.Op == "hello":
		return object{"protocol": 1, "name": module, "version": version(), "language": "go", "supports": supports}, nil
	case r.Op == "decode" && r.Binding == "http":
		in, err := received(r)
		if err != nil {
			return nil, err
		}
		events, err := decode(in)
		if err != nil {
			return nil, err
		}
		return object{"events": shown(events)}, nil
	case r.Op == "encode" && r.Binding == "http":
		events, err := built(r.Events)
		if err != nil {
			return nil, err
		}
		out, err := encode(r.Mode, events)
		if err != nil {
			return nil, err
		}
		return sent(out)
	case r.Op == "decode" && r.Binding == "kafka":
		return decodedRecord(r)
	case r.Op == "encode" && r.Binding == "kafka" && r.Mode != "batch":
		return encodedRecord(r)
	case r.Op == "validate":
		events, err := built([]wireEvent{r.Event})
		if err != nil {
			return nil, err
		}
		return object{"valid": true}, events[0].Validate()
	case r.Op == "evaluate":
		return evaluated(r)
	default:
		return object{"unsupported": true}, nil
	}
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	isSDK := func(one *debug.Module) bool { return one.Path == module }
	return info.Deps[slices.IndexFunc(info.Deps, isSDK)].Version
}

// The request as the server of net/http hands it to a handler.
func received(r request) (*http.Request, error) {
	in, err := http.NewRequest(http.MethodPost, "/", bytes.NewReader(r.Message.Body.bytes()))
	for _, line := range r.Message.Headers {
		name, value, failure := read(line)
		err = errors.Join(err, failure)
		in.Header.Add(name, string(value))
	}
	return in, err
}

func read(line [2]json.RawMessage) (string, []byte, error) {
	var name string
	var value *octets
	err := errors.Join(json.Unmarshal(line[0], &name), json.Unmarshal(line[1], &value))
	return name, value.bytes(), err
}

// The request as the client of net/http takes it; the order of its lines is that of their names.
func sent(out *http.Request) (object, error) {
	headers := [][2]string{}
	for _, name := range slices.Sorted(maps.Keys(out.Header)) {
		for _, value := range out.Header[name] {
			headers = append(headers, [2]string{name, value})
		}
	}
	message := object{"headers": headers}
	if out.Body == nil || out.Body == http.NoBody {
		return object{"message": message}, nil
	}
	body, err := io.ReadAll(out.Body)
	message["body"] = object{"base64": body}
	return object{"message": message}, err
}

func evaluated(r request) (object, error) {
	events, err := built([]wireEvent{r.Event})
	if err != nil {
		return nil, err
	}
	reply := object{"errors": []string{}}
	value, err := evaluate(r.Expression, events[0])
	if value != nil {
		reply["value"] = value
	}
	if err != nil {
		reply["errors"] = []string{kindOf(err)}
	}
	return reply, nil
}

func built(wire []wireEvent) ([]cloudevents.Event, error) {
	events := make([]cloudevents.Event, len(wire))
	for i, one := range wire {
		event, err := eventOf(one)
		if err != nil {
			return nil, err
		}
		events[i] = event
	}
	return events, nil
}

func shown(events []cloudevents.Event) []object {
	all := make([]object, len(events))
	for i, event := range events {
		all[i] = object{"attributes": attributesOf(event)}
		if data := event.Data(); data != nil {
			all[i]["data"] = object{"base64": data}
		}
	}
	return all
}

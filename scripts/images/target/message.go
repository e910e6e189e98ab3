package main

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	structured = "application/cloudevents+json"
	batch      = "application/cloudevents-batch+json"
	anyFormat  = "application/cloudevents"
)

// The members of an event in the JSON format, as the JSON text of each.
type event map[string]json.RawMessage

// HTTP protocol binding, section 3: the mode is what Content-Type says.
func decode(header http.Header, body []byte) (string, []byte, error) {
	mediaType, _, _ := mime.ParseMediaType(header.Get("Content-Type"))
	switch {
	case mediaType == batch:
		events := []event{}
		if err := json.Unmarshal(body, &events); err != nil {
			return "", nil, err
		}
		for _, one := range events {
			if err := check(one); err != nil {
				return "", nil, err
			}
		}
		reply, err := json.Marshal(events)
		return batch, reply, err
	case mediaType == structured:
		var one event
		if err := json.Unmarshal(body, &one); err != nil {
			return "", nil, err
		}
		return encode(one)
	case strings.HasPrefix(mediaType, anyFormat):
		return "", nil, fmt.Errorf("the format of %s is not known here", mediaType)
	default:
		one, err := fromHeaders(header, body)
		if err != nil {
			return "", nil, err
		}
		return encode(one)
	}
}

func encode(one event) (string, []byte, error) {
	if err := check(one); err != nil {
		return "", nil, err
	}
	reply, err := json.Marshal(one)
	return structured, reply, err
}

// Section 3.1.
func fromHeaders(header http.Header, body []byte) (event, error) {
	one := event{}
	for name, values := range header {
		attribute, ok := strings.CutPrefix(strings.ToLower(name), "ce-")
		if !ok {
			continue
		}
		if len(values) > 1 {
			return nil, fmt.Errorf("%s is there twice", name)
		}
		value, err := fromHeaderValue(values[0])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		one[attribute] = jsonOf(value)
	}
	contentType := header.Get("Content-Type")
	if contentType != "" {
		one["datacontenttype"] = jsonOf(contentType)
	}
	if len(body) > 0 {
		if (contentType == "" || isJSON(contentType)) && json.Valid(body) {
			one["data"] = body
		} else {
			one["data_base64"] = jsonOf(base64.StdEncoding.EncodeToString(body))
		}
	}
	return one, nil
}

// Section 3.1.3.2: double quotes first, then percent-encoding, once.
func fromHeaderValue(text string) (string, error) {
	if len(text) > 1 && text[0] == '"' && text[len(text)-1] == '"' {
		text = unquote(text[1 : len(text)-1])
	}
	decoded := []byte{}
	for at := 0; at < len(text); at++ {
		if text[at] == '%' && at+2 < len(text) {
			if code, err := strconv.ParseUint(text[at+1:at+3], 16, 8); err == nil {
				decoded = append(decoded, byte(code))
				at += 2
				continue
			}
		}
		decoded = append(decoded, text[at])
	}
	if !utf8.Valid(decoded) {
		return "", errors.New("its bytes are no UTF-8")
	}
	return string(decoded), nil
}

func unquote(text string) string {
	plain := strings.Builder{}
	for at := 0; at < len(text); at++ {
		if text[at] == '\\' && at+1 < len(text) {
			at++
		}
		plain.WriteByte(text[at])
	}
	return plain.String()
}

func isJSON(contentType string) bool {
	mediaType, _, _ := mime.ParseMediaType(contentType)
	return strings.HasSuffix(mediaType, "/json") || strings.HasSuffix(mediaType, "+json")
}

func jsonOf(text string) json.RawMessage {
	encoded, _ := json.Marshal(text)
	return encoded
}

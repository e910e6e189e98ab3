package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
)

var (
	attributeName = regexp.MustCompile(`^[a-z0-9]+$`)
	// RFC 3339, section 5.6, where a second may be a leap second and letters may be small.
	timestamp = regexp.MustCompile(`^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`)
)

// Core specification, section 3.1: what every event has, and what names and times look like. A null is an absent attribute.
func check(one event) error {
	for name, value := range one {
		if string(value) == "null" && name != "data" {
			delete(one, name)
		} else if name != "data_base64" && !attributeName.MatchString(name) {
			return fmt.Errorf("%q is no name of an attribute", name)
		}
	}
	var version string
	if json.Unmarshal(one["specversion"], &version) != nil || version != "1.0" {
		return fmt.Errorf("specversion is not 1.0")
	}
	for _, name := range []string{"id", "source", "type"} {
		var value string
		if json.Unmarshal(one[name], &value) != nil || value == "" {
			return fmt.Errorf("there is no %s", name)
		}
	}
	if at, ok := one["time"]; ok {
		var value string
		if json.Unmarshal(at, &value) != nil || !timestamp.MatchString(value) {
			return fmt.Errorf("time is no timestamp")
		}
	}
	if data, ok := one["data_base64"]; ok {
		var value string
		if json.Unmarshal(data, &value) != nil {
			return fmt.Errorf("data_base64 is no string")
		}
		if _, err := base64.StdEncoding.DecodeString(value); err != nil {
			return err
		}
	}
	return nil
}

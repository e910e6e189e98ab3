// All that the Go module github.com/cloudevents/sdk-go/sql/v2 is asked, as its README shows it. It repairs nothing.
package main

import (
	"errors"
	"fmt"

	cesql "github.com/cloudevents/sdk-go/sql/v2"
	sqlerrors "github.com/cloudevents/sdk-go/sql/v2/errors"
	"github.com/cloudevents/sdk-go/sql/v2/function"
	"github.com/cloudevents/sdk-go/sql/v2/parser"
	"github.com/cloudevents/sdk-go/sql/v2/runtime"
	cloudevents "github.com/cloudevents/sdk-go/v2"
)

// The value is nil where there is none.
func evaluate(expression string, event cloudevents.Event) (any, error) {
	parsed, err := parser.Parse(expression)
	if err != nil {
		return nil, err
	}
	return parsed.Evaluate(event)
}

// An error of none of the module's kinds is of the kind that the specification has for all others.
func kindOf(err error) string {
	switch {
	case sqlerrors.IsParseError(err):
		return "parse"
	case sqlerrors.IsMathError(err):
		return "math"
	case sqlerrors.IsCastError(err):
		return "cast"
	case sqlerrors.IsMissingAttributeError(err):
		return "missingAttribute"
	case sqlerrors.IsMissingFunctionError(err):
		return "missingFunction"
	case sqlerrors.IsFunctionEvaluationError(err):
		return "functionEvaluation"
	default:
		return "generic"
	}
}

// The functions that the claim evaluate:functions promises (docs/adapters.md).
func addFunctions() error {
	text := cesql.StringType
	texts := []cesql.Type{text, text, text}
	add := func(name string, fixed []cesql.Type, more *cesql.Type, returns cesql.Type, run function.FuncType) error {
		return runtime.AddFunction(function.NewFunction(name, fixed, more, returns, run))
	}
	err := errors.Join(
		add("CONFORM_F", texts[:1], nil, text, func(_ cloudevents.Event, x []any) (any, error) {
			return "one:" + x[0].(string), nil
		}),
		add("CONFORM_F", texts[:2], nil, text, func(_ cloudevents.Event, x []any) (any, error) {
			return "two:" + x[0].(string) + "," + x[1].(string), nil
		}),
		add("CONFORM_F", texts, &text, text, func(_ cloudevents.Event, x []any) (any, error) {
			return fmt.Sprint("many:", len(x)), nil
		}),
		add("CONFORM_CLASH", texts, nil, text, func(cloudevents.Event, []any) (any, error) { return "three", nil }),
		add("CONFORM_FAIL", texts[:1], nil, cesql.IntegerType, func(cloudevents.Event, []any) (any, error) {
			return nil, errors.New("it always fails")
		}),
	)
	// This one has to be refused. Where it is not, an expression shows it.
	_ = add("CONFORM_CLASH", nil, &text, text, func(cloudevents.Event, []any) (any, error) { return "any", nil })
	return err
}

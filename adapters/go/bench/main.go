// CESQL by the Go module against the clock, for bench/cesql: the first line on stdin is the corpus, each further one asks
// for the values, or to parse or evaluate all of it again and again for some milliseconds. Those are of the processor time
// of the whole process, its collector and all.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"syscall"

	cesql "github.com/cloudevents/sdk-go/sql/v2"
	"github.com/cloudevents/sdk-go/sql/v2/parser"
	cloudevents "github.com/cloudevents/sdk-go/v2"
)

type corpus struct {
	Expressions []string
	Events      []cloudevents.Event
}

// What is computed is kept, so that nothing of it can be left out.
var (
	parsed []cesql.Expression
	trues  int
)

func main() {
	lines, replies := json.NewDecoder(bufio.NewReader(os.Stdin)), json.NewEncoder(os.Stdout)
	var all corpus
	must(lines.Decode(&all))
	parsed = make([]cesql.Expression, len(all.Expressions))
	parse(all)
	var asked struct {
		What string
		Ms   int64
	}
	for lines.Decode(&asked) == nil {
		limit := asked.Ms * 1_000_000
		switch asked.What {
		case "values":
			must(replies.Encode(map[string]any{"values": values(all)}))
		case "parse":
			must(replies.Encode(timed(limit, len(all.Expressions), func() { parse(all) })))
		case "evaluate":
			count := len(all.Expressions) * len(all.Events)
			must(replies.Encode(timed(limit, count, func() { evaluate(all) })))
		}
	}
}

func timed(limit int64, count int, pass func()) map[string]float64 {
	started, passes, spent := cpuTime(), 0, int64(0)
	for ; spent < limit; spent = cpuTime() - started {
		pass()
		passes++
	}
	return map[string]float64{"nsPerExpression": float64(spent) / float64(passes*count)}
}

// The processor time of the whole process, in nanoseconds.
func cpuTime() int64 {
	var usage syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func parse(all corpus) {
	for i, text := range all.Expressions {
		expression, err := parser.Parse(text)
		must(err)
		parsed[i] = expression
	}
}

func evaluate(all corpus) {
	for _, expression := range parsed {
		for _, event := range all.Events {
			if value, _ := expression.Evaluate(event); value == true {
				trues++
			}
		}
	}
}

// The values of each expression, one for each event. Where there is an error, its message is in the place of the value.
func values(all corpus) [][]any {
	rows := make([][]any, len(parsed))
	for i, expression := range parsed {
		for _, event := range all.Events {
			value, err := expression.Evaluate(event)
			if err != nil {
				value = map[string]string{"error": err.Error()}
			}
			rows[i] = append(rows[i], value)
		}
	}
	return rows
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

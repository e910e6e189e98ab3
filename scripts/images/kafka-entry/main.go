// The entry point of a container with Apache Kafka, as the image apache/kafka has one: settings come from KAFKA_* variables, the
// folder of data is formatted where it is new, and Kafka takes the place of this program.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"sort"
	"strings"
	"syscall"
)

const (
	java   = "/jre/bin/java"
	config = "/tmp/server.properties"
	// The one that the image apache/kafka has, where none is given.
	defaultCluster = "5L6g3nShT-eMCtK--X86sw"
)

// Variables that begin alike and are no settings of the broker.
var others = map[string]bool{"KAFKA_VERSION": true, "KAFKA_OPTS": true, "KAFKA_HEAP_OPTS": true}

func main() {
	settings := settingsOf(os.Environ())
	if len(settings) == 0 {
		fail("no variable KAFKA_… says how to run: see https://hub.docker.com/r/apache/kafka")
	}
	if err := os.WriteFile(config, []byte(strings.Join(settings, "\n")+"\n"), 0o600); err != nil {
		fail(err.Error())
	}
	cluster := os.Getenv("CLUSTER_ID")
	if cluster == "" {
		cluster = defaultCluster
	}
	format := exec.Command(java, "-XX:TieredStopAtLevel=1", "-cp", "/jars/*", "kafka.tools.StorageTool",
		"format", "--ignore-formatted", "-t", cluster, "-c", config)
	if out, err := format.CombinedOutput(); err != nil {
		fail(fmt.Sprintf("the folder of data cannot be formatted: %s", out))
	}
	heap := os.Getenv("KAFKA_HEAP_OPTS")
	if heap == "" {
		heap = "-Xmx256m"
	}
	args := append([]string{java, "-XX:TieredStopAtLevel=1"}, strings.Fields(heap)...)
	args = append(args, "-cp", "/jars/*", "kafka.Kafka", config)
	fail(syscall.Exec(java, args, os.Environ()).Error())
}

// KAFKA_FOO_BAR is foo.bar, two underlines are one, and three a hyphen.
func settingsOf(environ []string) []string {
	names := strings.NewReplacer("___", "-", "__", "_", "_", ".")
	settings := []string{}
	for _, entry := range environ {
		name, value, _ := strings.Cut(entry, "=")
		rest, ok := strings.CutPrefix(name, "KAFKA_")
		if ok && !others[name] {
			settings = append(settings, strings.ToLower(names.Replace(rest))+"="+value)
		}
	}
	sort.Strings(settings)
	return settings
}

func fail(reason string) {
	fmt.Fprintln(os.Stderr, "kafka: "+reason)
	os.Exit(1)
}

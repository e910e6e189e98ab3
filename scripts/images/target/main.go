// A receiver of CloudEvents over HTTP, and nothing else: it answers with the events that it decoded, in structured mode. Addresses
// on its command line have to take a connection before it serves.
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
)

func main() {
	for _, address := range os.Args[1:] {
		connection, err := net.Dial("tcp", address)
		if err != nil {
			fmt.Fprintln(os.Stderr, "target: nobody is there:", err)
			os.Exit(1)
		}
		connection.Close()
	}
	fmt.Fprintln(os.Stderr, "target:", http.ListenAndServe(":8080", http.HandlerFunc(answer)))
	os.Exit(1)
}

// Sends back what was decoded, or 400 with the reason why nothing could be.
func answer(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	mediaType, reply, err := decode(r.Header, body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", mediaType)
	w.Write(reply)
}

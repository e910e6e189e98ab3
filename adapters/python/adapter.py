"""The PyPI package `cloudevents` behind adapter protocol 1 (docs/adapters.md), by its public API. It repairs nothing."""
import json
import sys
from datetime import datetime
from importlib.metadata import version

import over_http
import over_kafka
from wire import event_of

# The SDK has no batches, and no binding of MQTT. It validates an event as it makes one.
SUPPORTS = [
    *("decode:http-binary", "decode:http-structured", "encode:http-binary", "encode:http-structured"),
    *("decode:kafka-binary", "decode:kafka-structured", "encode:kafka-binary", "encode:kafka-structured"),
    *("encode:kafka-key", "encode:kafka-mapper", "validate"),
]
HELLO = {"protocol": 1, "name": "cloudevents", "version": version("cloudevents"), "language": "python"}


def answer(request):
    match request:
        case {"op": "hello"}:
            return {**HELLO, "supports": SUPPORTS}
        case {"op": "decode", "binding": "http", "message": message}:
            return {"events": [over_http.decode(message)]}
        case {"op": "decode", "binding": "kafka", "message": message}:
            return {"events": [over_kafka.decode(message)]}
        case {"op": "encode", "binding": "http", "mode": "binary" | "structured" as mode, "events": [event]}:
            return {"message": over_http.encode(mode, event)}
        case {"op": "encode", "binding": "kafka", "mode": "binary" | "structured" as mode, "events": [event]}:
            return {"message": over_kafka.encode(mode, event, request.get("key", {}))}
        case {"op": "validate", "event": event}:
            return {"valid": bool(event_of(**event))}
    return {"unsupported": True}


for line in sys.stdin.buffer:
    request = json.loads(line)
    try:
        reply = answer(request)
    except Exception as error:
        reason = str(error) or type(error).__name__
        reply = {"valid": False, "reason": reason} if request["op"] == "validate" else {"rejected": {"reason": reason}}
    # JSON has no word for what Python makes of 1e400: it is shown as the string that Python calls it.
    reply = json.loads(json.dumps(reply, default=datetime.isoformat), parse_constant=str)
    print(json.dumps({"id": request["id"], **reply}), flush=True)

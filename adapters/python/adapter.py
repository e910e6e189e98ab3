"""The PyPI package `cloudevents` behind adapter protocol 1 (docs/adapters.md), by its public API. It repairs nothing."""
import json
import re
import sys
from base64 import b64decode, b64encode
from datetime import datetime
from importlib.metadata import version

from cloudevents.core.bindings.http import HTTPMessage, from_http_event, to_binary_event, to_structured_event
from cloudevents.core.v1.event import CloudEvent
from dateutil.parser import isoparse

# The SDK has no batches. It validates an event as it makes one.
SUPPORTS = ["decode:http-binary", "decode:http-structured", "encode:http-binary", "encode:http-structured", "validate"]
HELLO = {"protocol": 1, "name": "cloudevents", "version": version("cloudevents"), "language": "python"}
ENCODERS = {"binary": to_binary_event, "structured": to_structured_event}
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def bytes_of(octets):
    return octets["text"].encode() if "text" in octets else b64decode(octets["base64"])


def decode(message):
    # As in the SDK's Flask example: dict(request.headers), one character for each byte, and request.get_data().
    headers = {}
    for name, value in message["headers"]:
        key, text = name.title(), bytes_of(value).decode("latin-1")
        headers[key] = f"{headers[key]},{text}" if key in headers else text
    event = from_http_event(HTTPMessage(headers, bytes_of(message.get("body", {"text": ""}))))
    # None is how the SDK says that an attribute is not set. An object is no attribute value.
    values = {name: value for name, value in event.get_attributes().items() if value is not None}
    attributes = {name: json.dumps(value) if isinstance(value, (dict, list)) else value for name, value in values.items()}
    return {"events": [{"attributes": attributes, **shown(event.get_data())}]}


def shown(data):
    if isinstance(data, bytes):
        return {"data": {"base64": b64encode(data).decode()}}
    return {} if data is None else {"data": {"text" if isinstance(data, str) else "json": data}}


def event_of(attributes, data={"json": None}):
    # A time is a datetime in this SDK. What is no timestamp is handed over as it is, for the SDK to refuse.
    if TIMESTAMP.fullmatch(str(attributes.get("time"))):
        attributes["time"] = isoparse(attributes["time"])
    value = bytes_of(data) if "base64" in data else data.get("text", data.get("json"))
    if not isinstance(value, dict | str | bytes | None):
        raise TypeError("the SDK declares data as dict, str, bytes or None")
    return CloudEvent(attributes, value)


def encode(encoder, event):
    message = encoder(event)
    body = {"body": {"base64": b64encode(message.body).decode()}} if message.body else {}
    return {"message": {"headers": list(message.headers.items()), **body}}


def answer(request):
    match request:
        case {"op": "hello"}:
            return {**HELLO, "supports": SUPPORTS}
        case {"op": "decode", "binding": "http", "message": message}:
            return decode(message)
        case {"op": "encode", "binding": "http", "mode": "binary" | "structured" as mode, "events": [event]}:
            return encode(ENCODERS[mode], event_of(**event))
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

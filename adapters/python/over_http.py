"""The SDK's binding of HTTP."""
from cloudevents.core.bindings.http import HTTPMessage, from_http_event, to_binary_event, to_structured_event
from wire import bytes_of, event_of, from_bytes, shown

ENCODERS = {"binary": to_binary_event, "structured": to_structured_event}


def decode(message):
    # As in the SDK's Flask example: dict(request.headers), one character for each byte, and request.get_data().
    headers = {}
    for name, value in message["headers"]:
        key, text = name.title(), bytes_of(value).decode("latin-1")
        headers[key] = f"{headers[key]},{text}" if key in headers else text
    return shown(from_http_event(HTTPMessage(headers, bytes_of(message.get("body", {"text": ""})))))


def encode(mode, event):
    message = ENCODERS[mode](event_of(**event))
    return {"headers": list(message.headers.items()), **({"body": from_bytes(message.body)} if message.body else {})}

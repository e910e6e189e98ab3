"""The bytes and the events of adapter protocol 1 (docs/adapters.md) as those of Python and of the SDK, and back."""
import json
import re
from base64 import b64decode, b64encode

from cloudevents.core.v1.event import CloudEvent
from dateutil.parser import isoparse

TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


def bytes_of(octets):
    return octets["text"].encode() if "text" in octets else b64decode(octets["base64"])


def from_bytes(value):
    return {"base64": b64encode(value).decode()}


def shown(event):
    # None is how the SDK says that an attribute is not set. An object is no attribute value.
    values = {name: value for name, value in event.get_attributes().items() if value is not None}
    attributes = {name: json.dumps(value) if isinstance(value, (dict, list)) else value for name, value in values.items()}
    match event.get_data():
        case None:
            return {"attributes": attributes}
        case bytes() as data:
            return {"attributes": attributes, "data": from_bytes(data)}
        case data:
            return {"attributes": attributes, "data": {"text" if isinstance(data, str) else "json": data}}


def event_of(attributes, data={"json": None}):
    # A time is a datetime in this SDK. What is no timestamp is handed over as it is, for the SDK to refuse.
    if TIMESTAMP.fullmatch(str(attributes.get("time"))):
        attributes["time"] = isoparse(attributes["time"])
    value = bytes_of(data) if "base64" in data else data.get("text", data.get("json"))
    if not isinstance(value, dict | str | bytes | None):
        raise TypeError("the SDK declares data as dict, str, bytes or None")
    return CloudEvent(attributes, value)

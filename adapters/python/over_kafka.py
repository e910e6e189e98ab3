"""The SDK's binding of Kafka. Its record is what it takes; the clients of Kafka give the same parts."""
from cloudevents.core.bindings.kafka import KafkaMessage, from_kafka_event, to_binary_event, to_structured_event
from wire import bytes_of, event_of, from_bytes, shown

ENCODERS = {"binary": to_binary_event, "structured": to_structured_event}


def decode(message):
    # The clients give headers as pairs, the SDK takes a dict: of repeated ones the last is left. A null is None to both.
    headers = {name: or_none(value) for name, value in message["headers"]}
    return shown(from_kafka_event(KafkaMessage(headers, or_none(message.get("key")), or_none(message.get("body")))))


def encode(mode, event, key):
    # The SDK takes a key of its user by a mapper. The mapper of partitionkey is there by default, asked for or not.
    mapper = {"key_mapper": lambda _: bytes_of(key["value"])} if "value" in key else {}
    record = ENCODERS[mode](event_of(**event), **mapper)
    headers = [(name, from_bytes(value)) for name, value in record.headers.items()]
    return {"headers": headers, "key": or_null(record.key), "body": or_null(record.value)}


def or_none(octets):
    return None if octets is None else bytes_of(octets)


def or_null(value):
    # A key that is a str goes out in UTF-8, as the clients write it.
    return None if value is None else from_bytes(value.encode() if isinstance(value, str) else value)

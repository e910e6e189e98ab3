// The SDK's binding of Kafka, which is one of the crate rdkafka, by its public API.
use crate::protocol::{base64, bytes_of};
use cloudevents::binding::rdkafka::{BaseRecordExt, MessageExt, MessageRecord};
use cloudevents::message::StructuredDeserializer;
use cloudevents::Event;
use rdkafka::message::{Header, Headers, OwnedHeaders, OwnedMessage, Timestamp};
use rdkafka::producer::BaseRecord;
use serde_json::{json, Value};
use std::error::Error;

// The message as rdkafka hands it to the SDK. One that was sent without headers has none, and not an empty list.
pub fn decode(message: &Value) -> Result<Event, Box<dyn Error>> {
    let mut headers = None;
    for line in message["headers"].as_array().ok_or("no headers")? {
        let value = optional(&line[1])?;
        let header = Header { key: line[0].as_str().unwrap_or_default(), value: value.as_ref() };
        headers = Some(headers.unwrap_or_else(OwnedHeaders::new).insert(header));
    }
    let (payload, key) = (optional(&message["body"])?, optional(&message["key"])?);
    Ok(OwnedMessage::new(payload, key, "topic".into(), Timestamp::NotAvailable, 0, 0, headers).to_event()?)
}

// A record of rdkafka that the SDK fills, as it documents: the key is there before, and stays its user's.
pub fn encode(mode: &str, event: Event, key: &Value) -> Result<Value, Box<dyn Error>> {
    let made = match mode {
        "binary" => MessageRecord::from_event(event)?,
        _ => event.deserialize_structured(MessageRecord::new())?,
    };
    let key = optional(&key["value"])?;
    let record =
        BaseRecord { key: key.as_ref(), ..BaseRecord::<Vec<u8>, Vec<u8>>::to("topic") }.message_record(&made)?;
    let shown = |header: Header<&[u8]>| json!([header.key, header.value.map(base64)]);
    let headers: Vec<Value> = record.headers.iter().flat_map(|headers| headers.iter().map(shown)).collect();
    let [key, body] = [record.key, record.payload].map(|bytes| bytes.map(|bytes| base64(bytes)));
    Ok(json!({"headers": headers, "key": key, "body": body}))
}

fn optional(octets: &Value) -> Result<Option<Vec<u8>>, base64::DecodeError> {
    (!octets.is_null()).then(|| bytes_of(octets)).transpose()
}

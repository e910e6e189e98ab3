// Adapter protocol 1 (docs/adapters.md): one JSON object a line in, one out, in the same order.
use crate::{attributes_of, decode, encode, event_of, kafka};
use base64::prelude::{Engine, BASE64_STANDARD};
use cloudevents::{Data, Event};
use reqwest::Response;
use serde::Deserialize;
use serde_json::{json, Deserializer, Value};
use std::error::Error;
use std::io::{stdin, stdout, BufRead, Write};
use std::panic::catch_unwind;

// The SDK documents no validation: its builder refuses what it cannot hold, and takes all else. It has no binding of MQTT.
const SUPPORTS: [&str; 11] = [
    "decode:http-binary",
    "decode:http-structured",
    "decode:http-batch",
    "encode:http-binary",
    "encode:http-structured",
    "encode:http-batch",
    "decode:kafka-binary",
    "decode:kafka-structured",
    "encode:kafka-binary",
    "encode:kafka-structured",
    "encode:kafka-key",
];

#[derive(Deserialize)]
struct Numbered {
    id: u64,
}

// A panic of the SDK ends the request and not the program, as it ends a task of tokio and not the server around it. The
// reply says that it was one; stderr has the place.
pub fn serve() -> std::io::Result<()> {
    for line in stdin().lock().lines() {
        let line = line?;
        let Numbered { id } = serde_json::from_str(&line)?;
        let mut reply = match catch_unwind(|| answer(&line)) {
            Ok(Ok(reply)) => reply,
            Ok(Err(error)) => json!({"rejected": {"reason": error.to_string()}}),
            Err(_) => json!({"rejected": {"reason": "panic"}}),
        };
        reply["id"] = id.into();
        writeln!(stdout(), "{reply}")?;
    }
    Ok(())
}

// A string of Rust holds no lone surrogate. A request with one has an id, and else what no program in Rust can hand over.
fn answer(line: &str) -> Result<Value, Box<dyn Error>> {
    let mut parser = Deserializer::from_str(line);
    parser.disable_recursion_limit();
    let request = Value::deserialize(&mut parser)?;
    match (request["op"].as_str(), request["binding"].as_str()) {
        (Some("hello"), _) => Ok(json!({
            "protocol": 1,
            "name": "cloudevents-sdk",
            "version": env!("SDK_VERSION"),
            "language": "rust",
            "supports": SUPPORTS,
        })),
        (Some("decode"), Some("http")) => {
            let (response, is_batch) = received(&request["message"])?;
            let runtime = tokio::runtime::Builder::new_current_thread().build()?;
            let events = runtime.block_on(decode(response, is_batch))?;
            Ok(json!({"events": events.iter().map(shown).collect::<Vec<_>>()}))
        }
        (Some("encode"), Some("http")) => {
            let wire = request["events"].as_array().ok_or("no events")?;
            let events = wire.iter().map(built).collect::<Result<Vec<_>, _>>()?;
            Ok(sent(encode(request["mode"].as_str().unwrap_or_default(), events)?))
        }
        (Some("decode"), Some("kafka")) => Ok(json!({"events": [shown(&kafka::decode(&request["message"])?)]})),
        // The SDK has no mapper of keys, and no batches over Kafka.
        (Some("encode"), Some("kafka")) if request["mode"] != "batch" && request["key"]["mapper"].is_null() => {
            let event = built(&request["events"][0])?;
            let mode = request["mode"].as_str().unwrap_or_default();
            Ok(json!({"message": kafka::encode(mode, event, &request["key"])?}))
        }
        _ => Ok(json!({"unsupported": true})),
    }
}

// The message as reqwest hands it to the SDK. A control character in a header value does not get so far: to the crate
// http, which is below every HTTP library of Rust, it is no header value.
fn received(message: &Value) -> Result<(Response, bool), Box<dyn Error>> {
    let mut response = http::Response::builder();
    for line in message["headers"].as_array().ok_or("no headers")? {
        response = response.header(line[0].as_str().unwrap_or_default(), bytes_of(&line[1])?);
    }
    let response = Response::from(response.body(bytes_of(&message["body"])?)?);
    // The SDK leaves it to its user to ask for one event or for many.
    let content_type = response.headers().get("content-type").map(|value| value.as_bytes().to_ascii_lowercase());
    let is_batch = content_type.is_some_and(|value| value.starts_with(b"application/cloudevents-batch"));
    Ok((response, is_batch))
}

fn sent(request: reqwest::Request) -> Value {
    let headers = request.headers().iter().map(|(name, value)| json!([name.as_str(), base64(value.as_bytes())]));
    let mut message = json!({"headers": headers.collect::<Vec<_>>()});
    if let Some(body) = request.body().and_then(|body| body.as_bytes()).filter(|body| !body.is_empty()) {
        message["body"] = base64(body);
    }
    json!({"message": message})
}

fn shown(event: &Event) -> Value {
    let attributes = attributes_of(event);
    match event.data() {
        None => json!({"attributes": attributes}),
        Some(Data::Binary(bytes)) => json!({"attributes": attributes, "data": base64(bytes)}),
        Some(Data::String(text)) => json!({"attributes": attributes, "data": {"text": text}}),
        Some(Data::Json(value)) => json!({"attributes": attributes, "data": {"json": value}}),
    }
}

fn built(wire: &Value) -> Result<Event, Box<dyn Error>> {
    let data = match wire.get("data") {
        None => None,
        Some(Value::Object(data)) if data.contains_key("json") => Some(Data::Json(data["json"].clone())),
        Some(Value::Object(data)) if data.contains_key("text") => {
            Some(Data::String(data["text"].as_str().unwrap_or_default().to_owned()))
        }
        Some(data) => Some(Data::Binary(bytes_of(data)?)),
    };
    event_of(wire["attributes"].as_object().ok_or("no attributes")?, data)
}

pub fn base64(bytes: &[u8]) -> Value {
    json!({"base64": BASE64_STANDARD.encode(bytes)})
}

pub fn bytes_of(octets: &Value) -> Result<Vec<u8>, base64::DecodeError> {
    match octets["base64"].as_str() {
        Some(text) => BASE64_STANDARD.decode(text),
        None => Ok(octets["text"].as_str().unwrap_or_default().into()),
    }
}

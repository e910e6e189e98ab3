// All that the crate cloudevents-sdk is asked behind adapter protocol 1 (docs/adapters.md), by its public API, with its
// binding for reqwest, the one that has batches; that of Kafka is in kafka.rs. It repairs nothing. The lines of the
// protocol are in protocol.rs.
mod kafka;
mod protocol;

use cloudevents::binding::reqwest::{RequestBuilderExt, RequestSerializer, ResponseExt};
use cloudevents::event::{AttributeValue, SpecVersion, TryIntoUrl};
use cloudevents::message::StructuredDeserializer;
use cloudevents::{AttributesWriter, Data, Event, EventBuilder, EventBuilderV03, EventBuilderV10};
use reqwest::{Client, Request, Response};
use serde_json::{json, Map, Value};
use std::{error::Error, sync::LazyLock};

static CLIENT: LazyLock<Client> = LazyLock::new(Client::new);

fn main() -> std::io::Result<()> {
    protocol::serve()
}

async fn decode(response: Response, is_batch: bool) -> Result<Vec<Event>, Box<dyn Error>> {
    Ok(if is_batch { response.into_events().await? } else { vec![response.into_event().await?] })
}

fn encode(mode: &str, mut events: Vec<Event>) -> Result<Request, Box<dyn Error>> {
    let post = CLIENT.post("http://localhost/");
    Ok(match (mode, events.pop()) {
        ("binary", Some(event)) => post.event(event)?,
        ("structured", Some(event)) => event.deserialize_structured(RequestSerializer::new(post))?,
        (_, last) => post.events(events.into_iter().chain(last).collect())?,
    }
    .build()?)
}

fn attributes_of(event: &Event) -> Map<String, Value> {
    let shown = |(name, value): (&str, AttributeValue)| match value {
        AttributeValue::Boolean(value) => (name.to_owned(), json!(value)),
        AttributeValue::Integer(value) => (name.to_owned(), json!(value)),
        value => (name.to_owned(), json!(value.to_string())),
    };
    event.iter().map(shown).collect()
}

// The types of the builder are held to: where it takes a string, there is no way to give it a number.
fn event_of(attributes: &Map<String, Value>, data: Option<Data>) -> Result<Event, Box<dyn Error>> {
    let text =
        |name: &str| attributes.get(name).map(|value| value.as_str().ok_or(format!("{name} is no string"))).transpose();
    let mut builder = EventBuilderV10::new();
    for (name, value) in attributes {
        builder = match (name.as_str(), value) {
            ("id", Value::String(id)) => builder.id(id),
            ("source", Value::String(source)) => builder.source(source),
            ("type", Value::String(ty)) => builder.ty(ty),
            ("subject", Value::String(subject)) => builder.subject(subject),
            ("time", Value::String(time)) => builder.time(time.as_str()),
            ("specversion" | "datacontenttype" | "dataschema", _) => builder,
            (name, _) if SpecVersion::V10.attribute_names().contains(&name) => Err(format!("{name} is no string"))?,
            (name, Value::String(value)) => builder.extension(name, value.as_str()),
            (name, Value::Bool(value)) => builder.extension(name, *value),
            (name, value) => builder.extension(name, value.as_i64().ok_or(format!("{value} is no i64"))?),
        };
    }
    let mut event = builder.build()?;
    event.set_datacontenttype(text("datacontenttype")?);
    event.set_dataschema(text("dataschema")?.map(|schema| schema.into_url()).transpose()?);
    data.map(|data| event.set_data_unchecked(data));
    match SpecVersion::try_from(text("specversion")?.unwrap_or("1.0"))? {
        SpecVersion::V03 => Ok(EventBuilderV03::from(event).build()?),
        SpecVersion::V10 => Ok(event),
    }
}

// The library `ce-conform/arbitraries`: CloudEvents and their messages, valid and broken, for property tests with fast-check.

export { decodeMessage } from './binding/decode-message.js';
export { encodeMessage, type Form } from './binding/encode-message.js';
export type {
  Binding,
  ContentMode,
  HeaderLine,
  HttpMessage,
  KafkaMessage,
  Message,
  MessageEvents,
  MqttMessage,
} from './binding/types.js';
export { type Difference, differences, sameEvent } from './event/equal.js';
export type { AttributeValue, CloudEvent, EventData, JsonValue, SpecVersion } from './event/types.js';
export { type Violation as BrokenRule, validate } from './event/validate.js';
export { fromWire, toWire, type WireEvent } from './event/wire.js';
export type { Decoded, Rejection } from './format/types.js';
export { anyContent as content } from './generate/any/content.js';
export { anyExtension as extension, type Extension } from './generate/any/extension.js';
export { anyJson as json } from './generate/any/json.js';
export { anyText as text } from './generate/any/text.js';
export { anyTimestamp as timestamp } from './generate/any/timestamp.js';
export { anyUri as uri, anyUriReference as uriReference } from './generate/any/uri.js';
export { anyEvent as event } from './generate/any-event.js';
export type { Content } from './generate/content.js';
export { integer } from './generate/integer.js';
export { mutate } from './generate/mutation/mutate.js';
export { mutations } from './generate/mutation/mutations.js';
export type { Delivery, Mutation, Step } from './generate/mutation/types.js';
export { TRAITS } from './generate/traits/traits.js';
export type { Trait } from './generate/traits/types.js';
export { ALL_FORMS as FORMS } from './generate/violation/forms.js';
export { kindOf, VIOLATION_KINDS } from './generate/violation/kinds.js';
export type { Damage, Violation, ViolationKind } from './generate/violation/types.js';
export { violations } from './generate/violation/violations.js';
export { writeTwin, writeViolation } from './generate/violation/write-violation.js';
export { batch } from './generate/writing/batch.js';
export { PLAIN, type Spelling, type Writing } from './generate/writing/types.js';
export { write } from './generate/writing/write.js';
export { writings } from './generate/writing/writings.js';

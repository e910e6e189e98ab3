// The information model of CloudEvents 1.0.2, as every other module sees it.
// Attributes are a Map because `constructor` and the like are legal attribute names.

/** Any value a JSON text can denote. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [member: string]: JsonValue };

/**
 * An attribute value as it was met: a native JSON type, or the canonical string of any of the seven types
 * (CloudEvents 1.0.2, "Type System").
 */
export type AttributeValue = string | number | boolean;

/** Event data. `json` is a parsed JSON value, `text` a character string, `binary` a byte sequence. */
export type EventData =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

/** An event. It can be invalid: validity is asked for apart (`validate`), because observed events often are. */
export interface CloudEvent {
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly data?: EventData;
}

/** The versions of the specification that rules are keyed on: the scored release, and the current main branch. */
export type SpecVersion = '1.0.2' | 'main';

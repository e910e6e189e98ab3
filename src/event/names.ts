// Attribute names: which ones the core defines, and which ones are legal at all.
import type { SpecVersion } from './types.js';

/** The attributes every event carries (CloudEvents 1.0.2, "REQUIRED Attributes"), in the order of the specification. */
export const REQUIRED_ATTRIBUTES: readonly string[] = ['id', 'source', 'specversion', 'type'];

/** The attributes the core defines beyond those (CloudEvents 1.0.2, "OPTIONAL Attributes"). */
export const OPTIONAL_ATTRIBUTES: readonly string[] = ['datacontenttype', 'dataschema', 'subject', 'time'];

const CORE: ReadonlySet<string> = new Set([...REQUIRED_ATTRIBUTES, ...OPTIONAL_ATTRIBUTES]);

/** Whether the core specification defines the attribute; every other name is an extension. */
export function isCoreAttribute(name: string): boolean {
  return CORE.has(name);
}

/**
 * Whether a name may be an attribute's ("Attribute Naming Convention"): lower-case ASCII letters and digits. The main
 * branch also wants one character at least and reserves `data`; the text of 1.0.2 says neither.
 */
export function isAttributeName(name: string, spec: SpecVersion): boolean {
  if (/[^a-z0-9]/.test(name)) return false;
  switch (spec) {
    case '1.0.2':
      return true;
    case 'main':
      return name !== '' && name !== 'data';
  }
}

// Of all that a schema finds wrong with a YAML document, the thing that stands first.
import type { ErrorObject } from 'ajv/dist/2020.js';
import { type Document, isMap, isNode, isScalar } from 'yaml';

export interface PlacedError {
  readonly error: ErrorObject;
  /** From the beginning of the text. */
  readonly offset: number;
  /** How many other places are wrong. */
  readonly more: number;
}

/** The first error by its place in the text; undefined where there is none. */
export function firstError(
  errors: readonly ErrorObject[],
  document: Document.Parsed | undefined,
): PlacedError | undefined {
  const placed = errors
    .map((error) => ({ error, offset: offsetOf(error, document) }))
    .sort((a, b) => a.offset - b.offset);
  const [first] = placed;
  return first === undefined ? undefined : { ...first, more: new Set(placed.map(({ offset }) => offset)).size - 1 };
}

/** The offset of what stands at a path of keys and indexes, or of the nearest thing around it. */
export function offsetAt(document: Document.Parsed | undefined, path: readonly (string | number)[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document?.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range != null) return node.range[0];
  }
  return document?.contents?.range[0] ?? 0;
}

/** Where in the text the error is: at the key for an unknown one, else at the value, or the nearest thing around it. */
function offsetOf(error: ErrorObject, document: Document.Parsed | undefined): number {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (error.keyword === 'additionalProperties') {
    const map = path.length === 0 ? document?.contents : document?.getIn(path, true);
    const unknown = String(error.params['additionalProperty']);
    const keys = isMap(map) ? map.items.map((pair) => pair.key) : [];
    const key = keys.find((node) => isScalar(node) && String(node.value) === unknown);
    if (isNode(key) && key.range != null) return key.range[0];
  }
  return offsetAt(document, path);
}

// HTTP binding, 3.1.3: an extension may have a header of another name beside its `ce-` header, never instead of it.
import { headersByName } from '../../../../src/binding/http/headers.js';
import type { HttpMessage } from '../../../../src/binding/types.js';
import { broken, KEPT, silent, weigh } from '../../say.js';
import type { EmissionRule, Shown } from '../../types.js';
import { headersByAttribute, shortened } from './attribute-headers.js';
import { binaryRule } from './binary-rule.js';
import { expectedHeader } from './encoding-rule.js';
import { writtenAs } from './written.js';
import { type WrittenValue, writtenValues } from './written-values.js';

/** The extensions of which the specification's repository says that HTTP has headers of the same name. */
const MAPPED: ReadonlySet<string> = new Set(['traceparent', 'tracestate']);

/** An extension that goes to a header of its own name is in its `ce-` header too. */
export const SECONDARY: EmissionRule<HttpMessage> = binaryRule('http.bin.secondary', (message, event) => {
  if (event === undefined) return captured(message);
  const parts = writtenValues(message, event)
    .filter(({ name }) => MAPPED.has(name))
    .map((attribute): Shown => {
      const { name, value, lines } = attribute;
      if (lines !== undefined) return KEPT;
      const plain = plainHeader(message, attribute);
      if (plain === undefined) return silent(`${name} did not come out at all`);
      const text = `the extension ${name} is in the header ${name} alone`;
      return broken(text, expectedHeader(name, value), { [name]: shortened(plain) });
    });
  return weigh(parts, 'the event has no extension with a header of its own');
});

/** The header that such an extension has beside its own, where it holds the extension's value. */
export function plainHeader({ headers }: HttpMessage, { name, value }: WrittenValue): string | undefined {
  const plain = MAPPED.has(name) ? headersByName(headers).get(name) : undefined;
  if (plain === undefined) return undefined;
  return ['once', 'literal'].includes(writtenAs(name, value, [plain]).kind) ? plain : undefined;
}

// A header `traceparent` alone can be that of the request itself, which is traced like any other.
function captured(message: HttpMessage): Shown {
  const plain = headersByName(message.headers);
  const isBoth = [...headersByAttribute(message)].some(
    ([name, lines]) => MAPPED.has(name) && lines[0] === plain.get(name),
  );
  return isBoth ? KEPT : silent('no attribute is in two headers');
}

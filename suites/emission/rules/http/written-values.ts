import type { HttpMessage } from '../../../../src/binding/types.js';
import { canonical } from '../../../../src/event/canonical.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { headersByAttribute } from './attribute-headers.js';
import { type Written, writtenAs } from './written.js';

/** An attribute that was asked for, with its canonical string, and what came out for it. */
export interface WrittenValue {
  readonly name: string;
  readonly value: string;
  /** The lines of its header, which say different things where there are several; undefined without any. */
  readonly lines: readonly string[] | undefined;
  readonly written: Written;
}

/** The attributes of an event whose place is a `ce-` header: all with a legal name, but the type of the data. */
export function writtenValues(message: HttpMessage, { attributes }: CloudEvent): readonly WrittenValue[] {
  const headers = headersByAttribute(message);
  return [...attributes]
    .filter(([name]) => /^[a-z0-9]+$/.test(name) && name !== 'datacontenttype')
    .map(([name, attribute]) => {
      const value = canonical(attribute);
      const lines = headers.get(name);
      return { name, value, lines, written: writtenAs(name, value, lines) };
    });
}

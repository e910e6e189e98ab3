import type { CloudEvent } from '../event/types.js';

/** The event with a token before its id, so that what comes out can be told from all else. Equal ids stay equal. */
export function marked({ attributes, data }: CloudEvent, token: string): CloudEvent {
  const own = new Map(attributes);
  own.set('id', `${token}${String(attributes.get('id') ?? '')}`);
  return data === undefined ? { attributes: own } : { attributes: own, data };
}

/** The extension that marks an event whose id may be what is wrong with it. */
export const MARK = 'conformtoken';

/** The event with a token in an extension of its own, as well as before its id. */
export function doublyMarked(event: CloudEvent, token: string): CloudEvent {
  const { attributes, ...rest } = marked(event, token);
  return { ...rest, attributes: new Map([...attributes, [MARK, token]]) };
}

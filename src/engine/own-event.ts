// Whether an event that came out is one of those that were sent in.
import type { Message } from '../binding/types.js';
import { canonical } from '../event/canonical.js';
import type { CloudEvent, EventData } from '../event/types.js';
import type { Observed } from './observed.js';

/**
 * An event is a case's own when the case's token is anywhere in it, so that an altered id or source does not hide it.
 * Where the token is nowhere in the request either, every event may be the one that was sent.
 */
export function isOwnEvent(event: CloudEvent, { token, requests }: Pick<Observed, 'token' | 'requests'>): boolean {
  return (
    // Nearly always it is the id.
    canonical(event.attributes.get('id') ?? '').includes(token) ||
    [...event.attributes.values()].some((value) => canonical(value).includes(token)) ||
    holds(event.data, token) ||
    !requests.some(
      ({ headers, body }) => headers.some(([, value]) => value.includes(token)) || Buffer.from(body).includes(token),
    )
  );
}

function holds(data: EventData | undefined, token: string): boolean {
  switch (data?.kind) {
    case undefined:
      return false;
    case 'json':
      return JSON.stringify(data.value).includes(token);
    case 'text':
      return data.text.includes(token);
    case 'binary':
      return Buffer.from(data.bytes).includes(token);
  }
}

/**
 * Whether a message holds the token of the events that were asked for, wherever: a wrong Content-Type or a broken format
 * does not hide it. Where those events have none, any message may be theirs.
 */
export function isAboutTold({ headers, body }: Message, { told, token }: Pick<Observed, 'told' | 'token'>): boolean {
  const isMarked = (told?.events ?? []).some(({ attributes }) =>
    [...attributes.values()].some((value) => canonical(value).includes(token)),
  );
  if (!isMarked || headers.some(([, value]) => value.includes(token))) return true;
  const text = Buffer.from(body).toString('latin1');
  // In UTF-16 there is a zero byte beside each letter.
  return text.includes(token) || text.replaceAll('\0', '').includes(token);
}

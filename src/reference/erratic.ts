// The reference with accidents that no event is to blame for: whoever looks for faults must not put them down to a rule.
import type { ServerResponse } from 'node:http';
import { isCoreAttribute } from '../event/names.js';
import type { AttributeValue, CloudEvent } from '../event/types.js';
import { chance } from './chance.js';
import { type Fault, fault } from './fault.js';
import { onEvents } from './faults/change.js';
import { type Served, serveReference } from './serve.js';

/** What happens instead of an answer, or (`leak`) to an answer. */
export type Accident = 'hang' | 'reset' | 'error' | 'close' | 'leak';

export interface ErraticOptions {
  /**
   * `hang`: never answers. `reset`: resets the connection. `error`: answers 500. `close`: closes the connection without an
   * answer. `leak`: answers with an extension of an earlier event.
   */
  readonly how: Accident;
  /** The share of requests that it happens to, from 0 to 1. */
  readonly share: number;
  /** The same seed has the same accidents, counted in requests. */
  readonly seed: string | number;
  /** 0, the default, takes a free port. */
  readonly port?: number;
}

export interface ServedErratic extends Served {
  /** Accidents so far. */
  readonly accidents: number;
}

/** Starts a reference receiver that has accidents at random. */
export async function serveErratic({ how, share, seed, port = 0 }: ErraticOptions): Promise<ServedErratic> {
  const isDue = chance(share, seed);
  let accidents = 0;
  const happened = (): void => {
    accidents += 1;
  };
  const mishap = (response: ServerResponse): boolean => {
    if (how === 'leak' || !isDue()) return false;
    happened();
    befall(how, response);
    return true;
  };
  const served = await serveReference({ port, mishap, faults: how === 'leak' ? [leak(isDue, happened)] : [] });
  return {
    url: served.url,
    close: served.close,
    get accidents() {
      return accidents;
    },
  };
}

function befall(how: Exclude<Accident, 'leak'>, response: ServerResponse): void {
  switch (how) {
    case 'hang':
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'error':
      response.writeHead(500).end();
      return;
    case 'close':
      response.destroy();
      return;
  }
}

function leak(isDue: () => boolean, happened: () => void): Fault {
  let earlier: readonly (readonly [string, AttributeValue])[] = [];
  return fault('core.ext.unknown/leak', 'answers with an extension of an earlier event', {
    ...onEvents((event) => {
      const [stray] = isDue() ? earlier.filter(([name, value]) => event.attributes.get(name) !== value) : [];
      const extensions = [...event.attributes].filter(([name]) => !isCoreAttribute(name));
      if (extensions.length > 0) earlier = extensions;
      if (stray === undefined) return event;
      happened();
      return withAttribute(event, stray);
    }),
  });
}

const withAttribute = (event: CloudEvent, attribute: readonly [string, AttributeValue]): CloudEvent => ({
  ...event,
  attributes: new Map([...event.attributes, attribute]),
});

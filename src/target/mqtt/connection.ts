// One connection of mqtt.js to a broker, from its CONNACK to its end. It never comes back by itself: mqtt.js would send again
// what was under way, and nobody would know which message had ended the connection.
import type { MqttClient } from 'mqtt';
import type { PreparedPublish } from './prepare-publish.js';

/** What the broker says of itself (MQTT 5, section 3.2.2.3). */
export interface BrokerBounds {
  /** How many messages may wait for their acknowledgement. */
  readonly receiveMaximum: number;
  /** Bytes of the longest packet. */
  readonly maximumPacketSize: number;
  readonly maximumQos: 0 | 1 | 2;
}

/** What became of a PUBLISH. */
export type Sent =
  /** Acknowledged; at QoS 0 the broker has read it. */
  | { readonly kind: 'taken' }
  /** Refused with a reason code. */
  | { readonly kind: 'refused'; readonly code: number }
  /** The connection ended before. `reason` is what the broker said; `isAlone`: nothing else was under way. */
  | { readonly kind: 'lost'; readonly reason?: number; readonly isAlone: boolean }
  /** The connection was at its end already. */
  | { readonly kind: 'unsent' };

/** What became of a SUBSCRIBE. `code` is absent where the connection ended. */
export type Subscribed = { readonly kind: 'subscribed' } | { readonly kind: 'refused'; readonly code?: number };

export interface Connection {
  readonly bounds: BrokerBounds;
  publish(topic: string, message: PreparedPublish): Promise<Sent>;
  subscribe(filter: string): Promise<Subscribed>;
  /** Resolves when the broker has read all that was sent before, and we all that it had sent by then; or when it is the end. */
  catchUp(): Promise<void>;
  /** Ends it, properly where nothing is under way. Resolves when its socket is closed. */
  end(): Promise<void>;
}

/** How long a broker may take to close its side. */
const END_MS = 500;

/** 3.1.1 says nothing of itself, and neither does a broker that leaves a property out. */
const UNBOUNDED: BrokerBounds = { receiveMaximum: 0xffff, maximumPacketSize: Number.POSITIVE_INFINITY, maximumQos: 2 };

/** A client that has just met its broker. `onLost` is called once, before anything under way is told, unless `end` was. */
export function connectionOf(client: MqttClient, onLost: () => void): Connection {
  const flights = new Set<(sent: Sent) => void>();
  /** A place for each PINGREQ that has no answer yet; those of mqtt.js are nobody's. */
  const pings: ((() => void) | undefined)[] = [];
  let own: (() => void) | undefined;
  let reason: number | undefined;
  let isClosed = false;
  let isEnding = false;

  client.on('packetsend', ({ cmd }) => {
    if (cmd === 'pingreq') pings.push(own);
  });
  client.on('packetreceive', ({ cmd }) => {
    if (cmd === 'pingresp') pings.shift()?.();
  });
  client.on('disconnect', ({ reasonCode }) => {
    reason = reasonCode;
  });
  client.once('close', () => {
    isClosed = true;
    if (!isEnding) onLost();
    const isAlone = flights.size === 1;
    for (const settle of flights) settle({ kind: 'lost', isAlone, ...(reason !== undefined && { reason }) });
    for (const done of pings) done?.();
  });

  /** Calls back when the broker has read all that was sent before: it answers in order. */
  function ping(done: () => void): void {
    own = done;
    client.sendPing();
    own = undefined;
  }

  return {
    bounds: boundsOf(client),
    publish(topic, { qos, payload, properties }) {
      if (isClosed || isEnding) return Promise.resolve({ kind: 'unsent' });
      return new Promise((resolve) => {
        const settle = (sent: Sent): void => {
          if (flights.delete(settle)) resolve(sent);
        };
        flights.add(settle);
        client.publish(topic, payload, { qos, ...(properties && { properties }) }, (error) => {
          const code = reasonCodeOf(error);
          if (code !== undefined) settle({ kind: 'refused', code });
          // Any other error is that of a connection that ends, which tells itself.
          else if (error == null && qos > 0) settle({ kind: 'taken' });
        });
        if (qos === 0) ping(() => settle({ kind: 'taken' }));
      });
    },
    subscribe(filter) {
      if (isClosed || isEnding) return Promise.resolve({ kind: 'refused' });
      return new Promise((resolve) => {
        // Retained messages are not sent (retain handling 2), and what is published is not told to be retained.
        client.subscribe(filter, { qos: 2, nl: false, rap: false, rh: 2 }, (error, _, packet) => {
          const code = packet?.granted[0];
          if (error === null) resolve({ kind: 'subscribed' });
          else resolve({ kind: 'refused', ...(typeof code === 'number' && { code }) });
        });
      });
    },
    catchUp() {
      if (isClosed || isEnding) return Promise.resolve();
      return new Promise(ping);
    },
    async end() {
      isEnding = true;
      if (isClosed) return;
      const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
      const hurry = setTimeout(() => client.stream.destroy(), END_MS);
      client.end(flights.size > 0);
      await closed;
      clearTimeout(hurry);
    },
  };
}

function boundsOf({ serverProperties: told }: MqttClient): BrokerBounds {
  const qos = ([0, 1] as const).find((level) => level === told?.maximumQoS);
  return {
    receiveMaximum: told?.receiveMaximum ?? UNBOUNDED.receiveMaximum,
    maximumPacketSize: told?.maximumPacketSize ?? UNBOUNDED.maximumPacketSize,
    maximumQos: qos ?? UNBOUNDED.maximumQos,
  };
}

const reasonCodeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined;

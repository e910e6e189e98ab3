// Why a broker could not be opened: from what was seen on the wire to a problem in plain words.
import { quote } from '../adapter/quote.js';
import { type MqttError, type MqttProblem, mqttError } from './mqtt-problem.js';
import { hostPort } from './mqtt-url.js';
import { reasonName } from './reason-name.js';
import type { MqttSettings, MqttVersion } from './types.js';

/** How far an attempt came, and what ended it. */
export type Refusal =
  | { readonly kind: 'unanswered' } // the attempt to connect was not answered
  | { readonly kind: 'unreachable' | 'tls'; readonly message: string } // no connection, or no handshake
  | { readonly kind: 'silent' } // connected, and nothing came yet
  | { readonly kind: 'closed' } // the other side closed before it answered
  | { readonly kind: 'foreign'; readonly bytes: Buffer } // what came is no answer of a broker
  | { readonly kind: 'code'; readonly code: number } // a CONNACK that says no
  | { readonly kind: 'late' } // connected, and no answer in time
  | { readonly kind: 'aborted' };

/** Why there is no subscription. `closed`: the connection ended over it. */
export type SubscriptionRefusal =
  | { readonly kind: 'code'; readonly code: number }
  | { readonly kind: 'closed' | 'late' | 'aborted' };

/** First byte of a TLS record that is an alert (RFC 8446, section 5.1). */
const TLS_ALERT = 0x15;

type Found = readonly [code: MqttProblem['code'], seen: string, hint: string];

/** The error for a user. */
export function explainRefusal(
  refusal: Refusal,
  settings: MqttSettings,
  version: MqttVersion,
  timeoutMs: number,
): MqttError {
  const [code, seen, hint] = found(refusal, settings, version, timeoutMs);
  return mqttError({ code, message: `failed to open the MQTT broker at ${quote(hostPort(settings))}: ${seen}`, hint });
}

function found(refusal: Refusal, settings: MqttSettings, version: MqttVersion, timeoutMs: number): Found {
  switch (refusal.kind) {
    case 'unanswered':
      return ['mqtt.unreachable', `nobody answers within ${timeoutMs} ms`, REACH_HINT];
    case 'unreachable':
      return ['mqtt.unreachable', refusal.message, REACH_HINT];
    case 'tls':
      return ['mqtt.tls', refusal.message, TLS_HINT];
    case 'late':
    case 'silent':
      return [
        'mqtt.protocol',
        `it takes the connection and does not answer within ${timeoutMs} ms`,
        portHint(settings),
      ];
    case 'closed':
      return ['mqtt.protocol', 'it closed the connection without an answer', portHint(settings)];
    case 'foreign':
      return foreign(refusal.bytes, settings);
    case 'code':
      return refused(refusal.code, settings, version);
    case 'aborted':
      return ABORTED;
  }
}

function foreign(bytes: Buffer, settings: MqttSettings): Found {
  if (bytes[0] === TLS_ALERT) return ['mqtt.tls', 'it answers in TLS', 'use mqtts://'];
  const looks = bytes.toString('latin1', 0, 5) === 'HTTP/' ? 'HTTP' : 'another protocol';
  return ['mqtt.protocol', `what answers is no MQTT broker: it looks like ${looks}`, portHint(settings)];
}

/** Codes of MQTT 5 (section 3.2.2.2) and, below 128, of 3.1.1 (section 3.2.2.3). */
function refused(code: number, { username }: MqttSettings, version: MqttVersion): Found {
  const said = `the broker said ${reasonName(code)}`;
  switch (code) {
    case 1:
    case 0x84:
      return ['mqtt.version', said, `try version=${version === 5 ? 3 : 5}`];
    case 4:
    case 5:
    case 0x86:
    case 0x87:
      return [
        'mqtt.auth',
        said,
        username === undefined
          ? 'give a user: mqtt://USER:PASSWORD@HOST'
          : 'check USER:PASSWORD@ (special characters as %XX), and what this user may do',
      ];
    default:
      return ['mqtt.refused', said, 'look into the log of the broker, which knows more'];
  }
}

/** The error for a subscription that there is not. */
export function explainSubscription(refusal: SubscriptionRefusal, filter: string, timeoutMs: number): MqttError {
  const [code, seen, hint] = foundInstead(refusal, timeoutMs);
  return mqttError({ code, message: `failed to subscribe to ${quote(filter)}: ${seen}`, hint });
}

function foundInstead(refusal: SubscriptionRefusal, timeoutMs: number): Found {
  switch (refusal.kind) {
    case 'code':
      return ['mqtt.denied', `the broker said ${reasonName(refusal.code)}`, RIGHTS_HINT];
    case 'closed':
      return ['mqtt.denied', 'the broker closed the connection', RIGHTS_HINT];
    case 'late':
      return ['mqtt.timeout', `the broker did not answer within ${timeoutMs} ms`, TIMEOUT_HINT];
    case 'aborted':
      return ABORTED;
  }
}

const ABORTED: Found = ['mqtt.aborted', 'the run was ended', 'start it again'];
const RIGHTS_HINT = 'let this user subscribe to it, or name another topic';
const TIMEOUT_HINT = 'raise --timeout, or see why the broker is slow';
const REACH_HINT = 'see that the broker runs, and that this machine can reach it';
const TLS_HINT =
  'use --ca FILE for an authority of your own, --insecure for none, or mqtt:// where the listener has no TLS';
const portHint = ({ tls }: MqttSettings): string =>
  `give the port of an MQTT listener (often ${tls ? '8883' : '1883; with TLS it is mqtts://, and often 8883'})`;

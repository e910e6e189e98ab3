import type { HttpMessage } from '../../src/binding/http/types.js';
/**
 * `event`: judged by every rule. `mislabelled`: an event in the JSON format beyond doubt, under a media type that does not
 * say so: judged by the rules about that. All others are not judged.
 */
export declare const CAPTURED_KINDS: readonly ['event', 'mislabelled', 'other-version', 'other-format', 'coded', 'partial', 'no-event'];
export type CapturedKind = (typeof CAPTURED_KINDS)[number];
/** The kind of a captured message. Pure. */
export declare function capturedKind(message: HttpMessage): CapturedKind;

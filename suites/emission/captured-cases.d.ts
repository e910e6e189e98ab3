import type { HttpMessage } from '../../src/binding/http/types.js';
import type { Carrier } from '../../src/engine/case.js';
import type { Judgement } from '../../src/engine/judgement.js';
import { type CapturedKind } from './captured-kind.js';
import type { Asked, EmissionRule, StreamRule } from './types.js';
/** One judgement over captured messages. */
export interface CapturedCase {
    /** `http.enc.space/captured@http-binary`, and `…/captured@http` for a rule about the whole. */
    readonly id: string;
    readonly requirement: string;
    readonly carrier: Carrier | 'http';
    /** `inconclusive` where the messages show nothing about the rule. */
    readonly judgement: Judgement;
    /** The index of the message that decided. Absent for a rule about the whole. */
    readonly message?: number;
}
export interface CapturedCases {
    /** In the order of the rules and of the modes. None without an event. */
    readonly cases: readonly CapturedCase[];
    /** What each message is, in the order of the messages: only `event` and `mislabelled` are judged. */
    readonly kinds: readonly CapturedKind[];
}
export interface CapturedOptions {
    /** What the producer was asked for, as far as its owner says so. */
    readonly asked?: Asked;
    readonly rules?: readonly EmissionRule[];
    readonly streamRules?: readonly StreamRule[];
}
/** Judges messages in the order of their arrival. Pure. */
export declare function capturedCases(messages: readonly HttpMessage[], options?: CapturedOptions): CapturedCases;

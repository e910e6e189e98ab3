import type { ContentMode } from '../../src/binding/http/types.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { CloudEvent } from '../../src/event/types.js';
import type { Asked, EmissionRule, Emitted, StreamRule } from './types.js';
/** The judgement of a message that was asked for. `title` names what was asked, for grouping. */
export declare function judgeEmitted(rule: EmissionRule, emitted: Emitted, told: readonly CloudEvent[], title: string): Judgement;
/** The judgement over captured messages of one mode: the first that breaks the rule decides, else the first that keeps it. */
export declare function judgeCaptured(rule: EmissionRule, captured: readonly Emitted[], mode: ContentMode, title: string): Judgement;
/** The judgement over everything that was captured. `asked` is absent where nobody knows. */
export declare const judgeStream: (rule: StreamRule, captured: readonly Emitted[], title: string, asked?: Asked) => Judgement;

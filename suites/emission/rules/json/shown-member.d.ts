import type { JsonValue } from '../../../../src/event/types.js';
import type { RawMember } from '../../../../src/format/raw-members.js';
/** A member for a reader: null if it is not there, its text where its value is large. */
export declare function shownMember(member: RawMember | undefined): JsonValue;

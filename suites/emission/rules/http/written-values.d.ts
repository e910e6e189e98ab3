import type { HttpMessage } from '../../../../src/binding/http/types.js';
import type { CloudEvent } from '../../../../src/event/types.js';
import { type Written } from './written.js';
/** An attribute that was asked for, with its canonical string, and what came out for it. */
export interface WrittenValue {
    readonly name: string;
    readonly value: string;
    /** The lines of its header, which say different things where there are several; undefined without any. */
    readonly lines: readonly string[] | undefined;
    readonly written: Written;
}
/** The attributes of an event whose place is a `ce-` header: all with a legal name, but the type of the data. */
export declare function writtenValues(message: HttpMessage, { attributes }: CloudEvent): readonly WrittenValue[];

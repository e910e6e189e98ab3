import type { HttpMessage } from '../../../../src/binding/http/types.js';
import type { EmissionRule } from '../../types.js';
import { type WrittenValue } from './written-values.js';
/** An extension that goes to a header of its own name is in its `ce-` header too. */
export declare const SECONDARY: EmissionRule;
/** The header that such an extension has beside its own, where it holds the extension's value. */
export declare function plainHeader({ headers }: HttpMessage, { name, value }: WrittenValue): string | undefined;

import type { Form } from '../../../src/binding/encode-message.js';
import { CARRIERS, formOf } from '../../../src/engine/carriers.js';

/** Every form of the four bindings. */
export const FORMS: readonly Form[] = CARRIERS.map(formOf);

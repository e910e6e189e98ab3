import type { Form } from '../../binding/encode-message.js';
import { type Carrier, carrierOf } from '../../engine/carriers.js';

/** The carrier of a form. Throws for a mode that the binding has not. */
export function wayOf(form: Form): Carrier {
  const carrier = carrierOf(form);
  if (carrier === undefined) throw new Error(`there is no carrier ${form.binding} ${form.mode}`);
  return carrier;
}

// The message forms that a case travels in: a mode of a binding.
import type { Form } from '../binding/encode-message.js';
import type { Binding, ContentMode } from '../binding/types.js';

export const CARRIERS = [
  'http-binary',
  'http-structured',
  'http-batch',
  'kafka-binary',
  'kafka-structured',
  'mqtt5-binary',
  'mqtt5-structured',
  'mqtt3-structured',
] as const;
export type Carrier = (typeof CARRIERS)[number];

// Asked for tens of thousands of times before the first case runs.
const FORMS = Object.fromEntries(
  CARRIERS.map((carrier): [Carrier, Form] => {
    const [binding, mode] = carrier.split('-') as [Binding, ContentMode];
    return [carrier, { binding, mode }];
  }),
) as Readonly<Record<Carrier, Form>>;

/** The form that a carrier stands for. */
export const formOf = (carrier: Carrier): Form => FORMS[carrier];

export const bindingOfCarrier = (carrier: Carrier): Binding => formOf(carrier).binding;

/** The carrier of a form, if the binding has the mode. */
export const carrierOf = ({ binding, mode }: Form): Carrier | undefined =>
  CARRIERS.find((carrier) => carrier === `${binding}-${mode}`);

/** The carriers of some bindings, in a fixed order. */
export const carriersOf = (bindings: readonly Binding[]): readonly Carrier[] =>
  CARRIERS.filter((carrier) => bindings.includes(bindingOfCarrier(carrier)));

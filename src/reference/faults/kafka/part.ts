import type { KafkaMessage } from '../../../binding/types.js';
import type { BindingFault, Fault } from '../../fault.js';

/** What goes wrong with Kafka records alone. */
export const part = (kafka: BindingFault<KafkaMessage>): Pick<Fault, 'kafka'> => ({ kafka });

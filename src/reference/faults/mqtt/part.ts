import type { MqttMessage } from '../../../binding/types.js';
import type { BindingFault, Fault } from '../../fault.js';

/** What goes wrong with messages of MQTT alone. */
export const part = (mqtt: BindingFault<MqttMessage>): Pick<Fault, 'mqtt'> => ({ mqtt });

export const isThree = ({ binding }: MqttMessage): boolean => binding === 'mqtt3';

export const untyped = ({ contentType: _, ...message }: MqttMessage): MqttMessage => message;

/** Whether an address is one of a broker. */
export const isBrokerUrl = (text: string): boolean => /^(?:kafkas?|mqtts?):/i.test(text);

/** Whether it is one of Kafka; the others are of MQTT. */
export const isKafkaUrl = (text: string): boolean => /^kafkas?:/i.test(text);

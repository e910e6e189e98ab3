// Texts that a broker may close the connection for: MQTT forbids some of them and lets brokers take others for malformed.

/**
 * Whether a string of MQTT holds U+0000, which it must not, or control characters and noncharacters, which it should not (MQTT 5,
 * section 1.5.4). Mosquitto closes the connection for each of them.
 */
export const isStrange = (text: string): boolean => /[\p{Cc}\p{Noncharacter_Code_Point}]/u.test(text);

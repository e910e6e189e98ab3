// What runs, as lines that a shell can read, or as JSON.

/** The newest Kafka is the one that is meant where one is meant. */
export function shellLines(brokers) {
  const kafkas = brokers.filter(({ name }) => name.startsWith('kafka-')).toSorted((a, b) => (a.name < b.name ? 1 : -1));
  const lines = [
    ...kafkas.flatMap((kafka, at) => linesOf(at === 0 ? 'KAFKA' : variableOf(kafka.name), kafka)),
    ...brokers.filter(({ name }) => name === 'mosquitto').flatMap((mosquitto) => linesOf('MQTT', mosquitto)),
    ...brokers
      .filter(({ ca }) => ca !== undefined)
      .slice(0, 1)
      .map(({ ca }) => `export CE_CONFORM_CA='${ca}'`),
  ];
  return lines.length === 0 ? '# nothing runs\n' : `${lines.join('\n')}\n`;
}

const linesOf = (variable, { address, others }) => [
  `export CE_CONFORM_${variable}=${address}`,
  ...Object.entries(others).map(([name, other]) => `export CE_CONFORM_${variable}_${name}=${other}`),
];

const variableOf = (name) => name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');

export const asJson = (brokers) =>
  `${JSON.stringify(
    brokers.map(({ name, address, others, ca, pid, log }) => ({ name, address, others, ca, pid, log })),
    null,
    2,
  )}\n`;

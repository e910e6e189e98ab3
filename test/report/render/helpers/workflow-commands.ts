// What the runner of GitHub takes out of a log.

export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Commands that a line of a log begins with, or holds, as the runner of GitHub finds them. */
export function workflowCommands(log: string): readonly WorkflowCommand[] {
  return log.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap((line): readonly WorkflowCommand[] => {
    const [, name = '', given = '', data = ''] = /^\s*::([^\s:]+)(?:\s+((?:(?!::).)*))?::(.*)$/.exec(line) ?? [];
    if (name !== '') {
      const pairs = given.split(',').map((pair) => /^([^=]*)=?(.*)$/s.exec(pair) ?? []);
      return [
        {
          name,
          properties: Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, unescaped(value)])),
          data: unescaped(data),
        },
      ];
    }
    const [, old] = /##\[([a-z-]+)[^\]]*\]/i.exec(line) ?? [];
    return old === undefined ? [] : [{ name: old, properties: {}, data: line }];
  });
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

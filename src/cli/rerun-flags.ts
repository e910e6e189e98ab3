import { redactUrl } from '../target/redact.js';
import type { RunFlags } from './options.js';

/** The target of this command line, without secrets: for a line that is printed. Empty where the configuration has it. */
export const rerunTarget = ({ target }: RunFlags): string => (target === undefined ? '' : redactUrl(target));

/** What stands at the end of this command line: a program, behind two dashes. */
export function rerunTail(argv: readonly string[], { adapter, apply, listen }: RunFlags): readonly string[] {
  const program = argv.length === 0 ? [] : ['--', ...argv];
  if (adapter === true) return ['--adapter', ...program];
  if (apply === true) return ['--apply', ...program];
  return listen === undefined ? [] : program;
}

/**
 * The flags of this command line that a case depends on when it runs again. Values of headers may be secret, so an
 * ellipsis stands for them.
 */
export function rerunFlags(flags: RunFlags): readonly string[] {
  const { listen, count, observe, sinkPort, sinkHost, claims, spec, timeout, header, ca, insecure, config } = flags;
  const named = {
    listen,
    count,
    for: flags.for,
    observe,
    'sink-port': sinkPort,
    'sink-host': sinkHost,
    claims: claims?.join(','),
    spec,
    timeout,
    ca,
  };
  return [
    ...Object.entries({ ...named, config }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, String(value)],
    ),
    ...(insecure === true ? ['--insecure'] : []),
    ...(header ?? []).flatMap((line) => ['--header', `${line.split(':')[0] ?? ''}: …`]),
  ];
}

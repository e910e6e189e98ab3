// The settings of a run, from the command line and the configuration. The command line wins.
import { type ConformError, usageError } from '../engine/error.js';
import { isBrokerUrl } from './broker-url.js';
import type { RunFlags, RunSettings } from './options.js';

/** What stands behind two dashes is the command line of a program: which one, a flag says. Throws a usage error for strays. */
export function settingsOf(
  argv: readonly string[],
  { adapter, apply, ...flags }: RunFlags,
  config: RunSettings,
): RunSettings {
  const named = [flags.target, adapter, flags.listen, flags.image].filter(
    (one) => one !== undefined && one !== false,
  ).length;
  if (named > 1) {
    throw usageError(
      'target.two',
      'failed to start: more than one of --target, --image, --adapter and --listen is given',
      'a run judges one thing: give one of them',
    );
  }
  const settings = { ...(named === 0 ? config : withoutTarget(config)), ...flags };
  if (adapter === true) {
    if (apply === true) throw notFiltered();
    if (argv.length === 0) throw missing('adapter', 'adapter.js');
    return { ...settings, adapter: argv };
  }
  if (apply === true) {
    if (settings.adapter !== undefined || settings.listen !== undefined) throw notFiltered();
    if (argv.length === 0) throw missing('apply', 'set-filter.mjs');
    return { ...settings, apply: argv };
  }
  if (argv.length === 0) return settings;
  const takesProgram = settings.listen !== undefined || settings.image !== undefined || isReader(settings.target);
  if (takesProgram) return { ...settings, program: argv };
  throw usageError(
    'arguments.stray',
    `failed to start: nothing takes ${argv.map((word) => JSON.stringify(word)).join(' ')}`,
    'the command line of a program stands behind two dashes: --adapter -- node adapter.js',
  );
}

/** Who reads from a broker can be started by the harness. */
const isReader = (target: string | undefined): boolean => target !== undefined && isBrokerUrl(target);

/** What is judged is named on the command line, so what the file names is not meant. */
function withoutTarget({
  target: _,
  image: ______,
  adapter: __,
  listen: ___,
  program: ____,
  apply: _____,
  ...rest
}: RunSettings): RunSettings {
  return rest;
}

const notFiltered = (): ConformError =>
  usageError(
    'apply.target',
    'failed to start: --apply sets the filter of a target over HTTP, and there is none',
    'give the URL that takes events as --target; an adapter claims evaluate:cesql instead',
  );

const missing = (flag: string, program: string): ConformError =>
  usageError(
    `${flag}.missing`,
    `failed to start the ${flag}: there is no command line`,
    `put it behind two dashes: --${flag} -- node ${program}`,
  );

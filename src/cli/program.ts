// The command line as a whole: names and what they do. Each command's code is imported when it is called.
import { Command, Option } from 'commander';
// Names alone: what renders is loaded when it is asked for.
import { FORMATS } from '../report/render/renderers.js';
import {
  fuzzFlags,
  initFlags,
  PAGE_OUTPUT,
  pageFormat,
  replayFlags,
  runFlags,
  specOption,
  wholeNumber,
} from './flags.js';
import { BADGE_HELP, EXAMPLES, runOptions } from './help-texts.js';
import type { Io } from './io.js';
import { version } from './version.js';

/** The command line. `setExit` is told the exit code of the command that ran. */
export function createProgram(io: Io, setExit: (code: number) => void): Command {
  const program: Command = new Command('ce-conform')
    .description('Proves whether software speaks CloudEvents: requirement by requirement, with the bytes as evidence.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .configureOutput({
      writeOut: io.out.write,
      writeErr: io.err.write,
      getOutHasColors: () => io.out.hasColors,
      getErrHasColors: () => io.err.hasColors,
    })
    .showHelpAfterError('(ce-conform --help lists the commands; ce-conform help COMMAND explains one)')
    .exitOverride()
    .addHelpText('after', () => runOptions(program) + EXAMPLES);
  const add = (name: string, summary: string, isDefault = false): Command =>
    program
      .command(name, { isDefault })
      .description(summary)
      .showHelpAfterError(`(ce-conform help ${name} explains it)`);

  runFlags(add('run', 'drive a target and judge it (the default command)', true))
    .argument(
      '[argv...]',
      'behind two dashes, the command line of an adapter, a producer or --apply: -- node adapter.js',
    )
    .action(async (argv: readonly string[], options: object) =>
      setExit(await (await import('./commands/run.js')).run(argv, options, io)),
    );
  initFlags(add('init', 'write a configuration, a baseline and a workflow: asks, or takes flags'))
    .argument('[argv...]', 'behind two dashes, the command line of an adapter or a producer: -- node adapter.js')
    .action(async (argv: readonly string[], options: object) =>
      setExit(await (await import('./commands/init.js')).init(argv, options, io)),
    );
  add('list', 'list requirements and cases')
    .option('--only <glob...>', 'only ids that match')
    .option('--skip <glob...>', 'no ids that match')
    .option('--cases', 'list cases rather than requirements')
    .option('--json', 'print JSON')
    .action(async (options: object) => setExit(await (await import('./commands/list.js')).list(options, io)));
  add('explain', 'explain a requirement or a case: the rule, what is sent, what is expected, and why')
    .argument('<id>', 'requirement, case or position: http.dec.once, core.type.str/astral@http-binary, A31')
    .option('--json', 'print JSON')
    .action(async (id: string, options: object) =>
      setExit(await (await import('./commands/explain.js')).explain(id, options, io)),
    );
  add('coverage', 'show which statement of the specification has which requirements and cases')
    .addOption(specOption())
    .option('--json', 'print JSON')
    .action(async (options: object) => setExit(await (await import('./commands/coverage.js')).coverage(options, io)));
  add('selftest', 'prove on the reference that every check can fail and no null target is believed')
    .option('--only <glob...>', 'only faults and null targets whose name matches')
    .option('--json', 'print JSON')
    .action(async (options: object) => setExit(await (await import('./commands/selftest.js')).selftest(options, io)));
  add('verify', 'derive every verdict of a report again from its evidence, without the target')
    .argument('<report>', 'a JSON report')
    .option('--json', 'print JSON')
    .action(async (path: string, options: object) =>
      setExit(await (await import('./commands/verify.js')).verify(path, options, io)),
    );
  fuzzFlags(add('fuzz', 'drive a target with generated events, violations and damage; shrink what fails, and keep it'))
    .argument('[argv...]', 'behind two dashes, the command line of an adapter or of a reader: -- node adapter.js')
    .action(async (argv: readonly string[], options: object) =>
      setExit(await (await import('./commands/fuzz.js')).fuzz(argv, options, io)),
    );
  replayFlags(add('replay', 'try findings of fuzz again: fixed, still failing, or unreachable'))
    .argument('[file...]', 'files of findings (default: all of .ce-conform); behind two dashes, the adapter')
    .action(async (words: readonly string[], options: object) => {
      const [files, argv] = parted(words, program);
      setExit(await (await import('./commands/replay.js')).replay(files, argv, options, io));
    });
  add('report', 'render the report of a run in any format, or put the parts of a fuzzing run together')
    .argument('[report...]', 'with --merge: JSON reports, as fuzz --shard writes them; a quoted glob is expanded')
    .option('--from <file>', 'render this JSON report of a run: as text, or in the formats asked for; exit code 0')
    .option('--format <format>', `with --from: print it as ${FORMATS.join(', ')}`)
    .option('--report <format=file...>', 'with --from: write it in this format to this file (repeatable)')
    .option('--merge', 'join reports that differ in --shard alone: totals, cells, findings by their cause')
    .option(
      '-o, --output <file>',
      'with --from: write to this file, by its ending or --format; with --merge: write JSON as well',
    )
    .option('--json', 'print JSON instead of text')
    .action(async (paths: readonly string[], options: object) =>
      setExit(await (await import('./commands/report.js')).report(paths, options, io)),
    );
  add('matrix', 'lay reports side by side: requirements by subject, those they disagree on first')
    .argument('<report...>', 'JSON reports; a quoted glob is expanded')
    .addOption(pageFormat())
    .option(...PAGE_OUTPUT)
    .option('--json', 'print JSON')
    .option('--force', 'mix suites and versions of the specification, and several reports of one subject')
    .action(async (paths: readonly string[], options: object) =>
      setExit(await (await import('./commands/matrix.js')).matrix(paths, options, io)),
    );
  add('diff', 'compare two reports: what was fixed, what regressed, what is no longer shown')
    .argument('<old>', 'the JSON report of before')
    .argument('<new>', 'the JSON report of now')
    .addOption(
      new Option('--format <format>', 'the form (default: text, or what the file ends in)').choices([
        'text',
        'markdown',
        'json',
      ]),
    )
    .option(
      '-o, --output <file>',
      'write to this file, which ends in .md, .json or .txt (repeatable; default: standard output)',
      (path: string, before: readonly string[] = []): readonly string[] => [...before, path],
    )
    .option('--json', 'print JSON')
    .option('--force', 'compare what both were asked, though --only, --skip or the role of the target differ')
    .option('-v, --verbose', 'every requirement, and every cause of failures')
    .action(async (before: string, now: string, options: object) =>
      setExit(await (await import('./commands/diff.js')).diff(before, now, options, io)),
    );
  add('badge', 'make a badge of a report, or check that a badge is that of a report')
    .argument('<report>', 'a JSON report; it is judged again before a badge is made of it')
    .option('-o, --output <file>', 'write the badge as an SVG (default: standard output)')
    .option('--endpoint <file>', 'write the badge as JSON for an endpoint of shields')
    .option('--profile <id>', 'the badge of this profile (default: that of the run)')
    .addOption(
      new Option('--all <folder>', 'write both files of the run and of every profile').conflicts([
        'output',
        'endpoint',
        'profile',
      ]),
    )
    .option('--max-age <time>', 'refuse a report of a run that began longer ago (default: 90d)')
    .addOption(
      new Option('--verify <badge>', 'check this badge, JSON or SVG, against the report instead').conflicts([
        'output',
        'endpoint',
        'profile',
        'all',
      ]),
    )
    .option('--json', 'print JSON: the badge for an endpoint, or the result of --verify')
    .addHelpText('after', BADGE_HELP)
    .action(async (path: string, options: object) =>
      setExit(await (await import('./commands/badge.js')).badge(path, options, io)),
    );
  add('interop', 'run every encoder against every decoder, and show who loses what')
    .argument('<subjects>', 'a YAML list of SDKs behind adapters, such as adapters/subjects.yaml')
    .option('--only <id...>', 'only these subjects')
    .option('--seed <text>', 'repeat a run: the seed decides the generated events (default: random)')
    .option(
      '--events <n>',
      'events that are generated, beside the telling ones (default: 100)',
      wholeNumber(0, 100_000),
    )
    .addOption(
      new Option(
        '--carriers',
        'one event in every mode of HTTP, Kafka and MQTT instead: where a subject disagrees with itself',
      ).conflicts('cesql'),
    )
    .option('--cesql', 'generated CESQL expressions instead: where engines differ from the built-in one, and why')
    .option(
      '--expressions <n>',
      'with --cesql: expressions that are generated (default: 1000)',
      wholeNumber(1, 100_000),
    )
    .option('--timeout <ms>', 'deadline of one reply (default: 10000)', wholeNumber(1, 3_600_000))
    .addOption(pageFormat())
    .option(...PAGE_OUTPUT)
    .option('--json', 'print JSON')
    .option('-q, --quiet', 'no progress')
    .action(async (path: string, { cesql, carriers, ...options }: InteropKind) => {
      if (cesql === true)
        return setExit(await (await import('./commands/interop-cesql.js')).interopCesql(path, options, io));
      if (carriers === true)
        return setExit(await (await import('./commands/interop-carriers.js')).interopCarriers(path, options, io));
      return setExit(await (await import('./commands/interop.js')).interop(path, options, io));
    });
  add('reference', 'serve the reference, as a receiver over HTTP or as an adapter')
    .option('--port <n>', 'port, 0 for a free one', wholeNumber(0, 65_535), 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--fault <name...>', 'switch these faults on')
    .option('--forward <url>', 'pass events on to this URL instead of answering with them')
    .option('--filter', 'pass on only what a CESQL expression lets through; PUT it to /filter')
    .option('--adapter', 'speak the adapter protocol on stdin and stdout instead of serving HTTP')
    .option(
      '--consume <url>',
      'read events over a broker and reply with them: kafka://HOST:PORT/IN?reply=OUT, mqtt://…',
    )
    .addOption(
      new Option(
        '--reply-mode <mode>',
        'with --consume: reply in structured mode, or in the other than an event came in',
      ).choices(['structured', 'other']),
    )
    .option(
      '--produce [url]',
      'publish generated events to a topic and end: mqtt://HOST:PORT/TOPIC; by default to CE_CONFORM_SINK',
    )
    .option('--count <n>', 'with --produce: so many events (default: 10)', wholeNumber(1, 10_000))
    .option('--list-faults', 'list the faults and end')
    .option('--json', 'print JSON')
    .action(async (options: object) => setExit(await (await import('./commands/reference.js')).reference(options, io)));
  add('adapter', 'help for the author of an adapter program')
    .command('check')
    .description('lead an adapter to work, step by step: what was sent, what was seen, what to do next')
    .argument('[argv...]', 'its command line, after two dashes: -- node adapter.js')
    .option('--timeout <ms>', 'deadline of one reply (default: 10000)', wholeNumber(1, 3_600_000))
    .option('--json', 'print JSON')
    .action(async (argv: readonly string[], options: object) =>
      setExit(await (await import('./commands/adapter-check.js')).adapterCheck(argv, options, io)),
    );
  add('schema', 'print a JSON Schema of this tool')
    .argument(
      '[name]',
      'report, badge, vectors, expressions, registry, config, baseline, diff, matrix, interop, interop-cesql, interop-carriers, fuzz, finding, load, subjects, adapter-request, adapter-reply; without a name, list them',
    )
    .action(async (name: string | undefined) => setExit(await (await import('./commands/schema.js')).schema(name, io)));
  return program;
}

/** Words before two dashes, and those behind them, which are one list to the parser. */
function parted(words: readonly string[], program: Command): readonly [readonly string[], readonly string[]] {
  const { rawArgs = [] } = program as { readonly rawArgs?: readonly string[] };
  const at = rawArgs.indexOf('--');
  const behind = at === -1 ? 0 : rawArgs.length - at - 1;
  return [words.slice(0, words.length - behind), words.slice(words.length - behind)];
}

/** Which comparison is asked for. */
interface InteropKind {
  readonly cesql?: boolean;
  readonly carriers?: boolean;
}

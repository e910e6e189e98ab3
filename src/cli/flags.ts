// The flags of commands, with the help of each.
import { type Command, InvalidArgumentError, Option } from 'commander';
// Names alone: what renders is loaded when it is asked for.
import { FORMATS } from '../report/render/renderers.js';

// What is judged, and how it is seen.
function targetFlags(command: Command): Command {
  return command
    .option(
      '-t, --target <url>',
      'what to judge: http(s)://…, kafka://HOST:PORT/IN?reply=OUT, mqtt://…?version=3, reference:, reference:?fault=NAME',
    )
    .option('--adapter', 'judge an SDK behind a program that speaks the adapter protocol: --adapter -- node adapter.js')
    .addOption(
      new Option('--observe <how>', 'how the decoded event is seen').choices(['auto', 'status', 'reply', 'sink']),
    )
    .option(
      '--sink-port <n>',
      'listen on this port for events that the target forwards (0 takes a free one)',
      wholeNumber(0, 65_535),
    )
    .option('--sink-host <address>', 'address of that listener (default: 127.0.0.1)')
    .option(
      '--claims <list>',
      'what the target supports: http-binary,http-structured,http-batch,validation (default: probed)',
      commaList,
    );
}

// How it is reached, and what is started around it.
function reachFlags(command: Command): Command {
  return command
    .option('-H, --header <line...>', 'send this header line with every request: "Authorization: Bearer …"')
    .option('--ca <file>', 'trust this certificate authority (PEM)')
    .option('--insecure', 'accept any certificate (test machines only)')
    .option(
      '--with <list>',
      'start throw-away brokers in containers: kafka,mqtt; {kafka} and {mqtt} stand for their addresses',
      commaList,
    )
    .option('--kafka-image <image>', 'with --with kafka (default: apache/kafka:4.1.0)')
    .option('--mqtt-image <image>', 'with --with mqtt (default: eclipse-mosquitto:2)')
    .option('--image <image>', 'judge a receiver over HTTP that is started as a container [-- ARGUMENT…]')
    .option('--image-port <n>', 'the port that it serves (default: 8080)', wholeNumber(1, 65_535))
    .option('--show-secrets', 'keep secrets in evidence')
    .option(
      '-r, --report <format=file...>',
      `write a report: json=report.json, junit=report.xml; of a run: ${FORMATS.join(', ')}`,
    )
    .option('--config <file>', 'configuration (default: ce-conform.yaml, if there is one)')
    .option('--json', 'print the JSON report instead of text')
    .option('-q, --quiet', 'no progress');
}

export function runFlags(command: Command): Command {
  targetFlags(command)
    .option(
      '--listen <address>',
      'judge what a producer sends to this address: :0, :9000, kafka://HOST:PORT/TOPIC, mqtt://… [-- PROGRAM…]',
    )
    .option('--count <n>', 'with --listen: end after so many events', wholeNumber(1, 10_000))
    .option('--for <duration>', 'with --listen: end after this time: 500ms, 30s, 5m')
    .option(
      '--apply',
      'judge how the target filters: the command behind two dashes sets an expression as its filter: -- COMMAND {expression}',
    )
    .option('--profile <id...>', 'judge over these profiles (default: those that can be seen)')
    .option('--only <glob...>', 'only cases whose id matches; what they rest on runs too')
    .option('--skip <glob...>', 'no cases whose id matches')
    .addOption(specOption())
    .option('--seed <text>', 'repeat a run: the seed decides order and tokens (default: random)')
    .option('-c, --concurrency <n>', 'exchanges at a time (default: 8)', wholeNumber(1, 1024))
    .option('--timeout <ms>', 'deadline of one exchange (default: 5000)', wholeNumber(1, 3_600_000))
    .option('--max-time <s>', 'deadline of the run in seconds (default: 600)', wholeNumber(1, 86_400))
    .option(
      '--baseline <file>',
      'failures that are known (YAML): only new ones, and stale entries, change the exit code',
    )
    .option('--update-baseline', 'write that file anew from this run; reasons and comments of what still fails stay');
  return reachFlags(command).option('-v, --verbose', 'every requirement on a line of its own, every finding in full');
}

export function initFlags(command: Command): Command {
  return command
    .option('-t, --target <url>', 'what to judge: http(s)://…, kafka://HOST:PORT/IN?reply=OUT, mqtt://…, reference:')
    .option('--adapter', 'an SDK behind a program that speaks the adapter protocol: --adapter -- node adapter.js')
    .option('--listen <address>', 'a producer, by where it sends to: :0, kafka://…, mqtt://… [-- PROGRAM…]')
    .option('--profile <id...>', 'judge over these profiles (default: those that can be seen)')
    .addOption(new Option('--ci <where>', 'the workflow to write').choices(['github', 'gitlab', 'none']))
    .option('--no-run', 'do not drive the target now; the baseline begins empty')
    .option('-y, --yes', 'ask nothing: what is not given has its default')
    .option('--force', 'write anew what is there; a baseline is brought up to date');
}

export function fuzzFlags(command: Command): Command {
  targetFlags(command)
    .option('--runs <n>', 'end after so many messages (default: 10000, or no end with --max-time)', wholeNumber(1, 1e9))
    .option('--max-time <s>', 'end after so many seconds', wholeNumber(1, 86_400))
    .option('--rate <n>', 'at most so many messages a second', wholeNumber(1, 1_000_000))
    .option('--duration <time>', 'load instead: a steady stream of valid events for this time: 30s, 5m')
    .option('--seed <text>', 'repeat a run: the seed decides what is sent (default: random)')
    .option('--shard <i/n>', 'send this part of the seed alone: 2/8 is the second of eight')
    .option('-c, --concurrency <n>', 'trials at a time (default: 16)', wholeNumber(1, 1024))
    .option('--timeout <ms>', 'deadline of one exchange (default: 5000)', wholeNumber(1, 3_600_000))
    .option(
      '--findings <folder>',
      'where findings are kept, and those of earlier runs are tried first (default: .ce-conform)',
    )
    .option('--no-save', 'neither read nor write findings');
  return reachFlags(command);
}

export function replayFlags(command: Command): Command {
  targetFlags(command)
    .option('--timeout <ms>', 'deadline of one exchange (default: 5000)', wholeNumber(1, 3_600_000))
    .option('--findings <folder>', 'the folder of findings, where no file is named (default: .ce-conform)')
    .option('--export-fixture <file>', 'write the finding as a vector (YAML) instead of trying it');
  return reachFlags(command);
}

export const specOption = (): Option =>
  new Option('--spec <version>', 'the specification to score (default: 1.0.2)').choices(['1.0.2', 'main']);

export const pageFormat = (): Option =>
  new Option('--format <format>', 'the form of the page (default: markdown, or what the file ends in)').choices([
    'markdown',
    'html',
    'json',
  ]);

// Repeated rather than with many values, so that it can stand before the arguments.
export const PAGE_OUTPUT = [
  '-o, --output <file>',
  'write to this file, which ends in .md, .html or .json (repeatable; default: standard output)',
  (path: string, before: readonly string[] = []): readonly string[] => [...before, path],
] as const;

const commaList = (text: string): readonly string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`a whole number from ${least} to ${most} is needed.`);
  };
}

// `ce-conform interop --cesql`: generated expressions through every engine of CESQL and ours, and why they differ.
import { randomBytes } from 'node:crypto';
import { EXIT, type ExitCode } from '../../engine/error.js';
import { textOf } from '../../generate/expression/spell.js';
import type { NotRun } from '../../report/interop/types.js';
import { ourAnswers } from '../../report/interop-cesql/answer.js';
import { type AnsweredGroup, buildCesqlInterop } from '../../report/interop-cesql/build-cesql-interop.js';
import { groupFound } from '../../report/interop-cesql/groups.js';
import { renderCesqlHtml } from '../../report/interop-cesql/html/render-cesql-html.js';
import { renderCesqlMarkdown } from '../../report/interop-cesql/markdown/render-cesql-markdown.js';
import type { CesqlInterop } from '../../report/interop-cesql/types.js';
import { type AskedEngine, askedEngine } from '../interop/cesql/engine.js';
import { type AnsweredEngine, findDifferences } from '../interop/cesql/find-differences.js';
import { posedExpressions } from '../interop/cesql/posed-expressions.js';
import { chooseSubjects } from '../interop/choose-subjects.js';
import { inParallel } from '../interop/in-parallel.js';
import { notRunLine } from '../interop/not-run-line.js';
import { startSubject } from '../interop/start-subject.js';
import type { Io } from '../io.js';
import { type PageFlags, type PageFormat, pageOutputs } from '../page-outputs.js';
import { createProgress } from '../progress.js';
import { readSubjects, type SubjectEntry } from '../subjects-file.js';
import { version } from '../version.js';
import { writeOutput } from '../write-output.js';

export interface InteropCesqlFlags extends PageFlags {
  readonly only?: readonly string[];
  readonly seed?: string;
  /** How many expressions are generated. */
  readonly expressions?: number;
  readonly timeout?: number;
  readonly quiet?: boolean;
}

/** Enough for every operator and function to come with every kind of operand. */
const DEFAULT_EXPRESSIONS = 1000;

const DEFAULT_TIMEOUT_MS = 10_000;

/** Expressions under way at a time; each engine limits its own requests further. */
const AT_A_TIME = 16;

interface Opened {
  readonly engines: readonly AskedEngine[];
  readonly notRun: readonly NotRun[];
}

/**
 * Asks the engines of a list and writes where they differ from ours. Exit code 1 where one does in what the text settles,
 * 3 where no engine ran, or something was not seen, else 0. Throws a usage error for a list or flags that are wrong.
 */
export async function interopCesql(file: string, flags: InteropCesqlFlags, io: Io): Promise<ExitCode> {
  const outputs = pageOutputs(flags);
  const entries = chooseSubjects(readSubjects(file), flags.only, file);
  const result = await driven(entries, flags, io);
  for (const { format, path } of outputs) {
    const text = render(result, format);
    if (path === undefined) io.out.write(text);
    else writeOutput(path, text);
  }
  return exitOf(result);
}

async function driven(
  entries: readonly SubjectEntry[],
  {
    seed = randomBytes(6).toString('hex'),
    expressions = DEFAULT_EXPRESSIONS,
    timeout: timeoutMs = DEFAULT_TIMEOUT_MS,
    quiet = false,
  }: InteropCesqlFlags,
  { signal, err }: Io,
): Promise<CesqlInterop> {
  const startedAt = new Date();
  const asking = createProgress(err, quiet, undefined, 'questions');
  const shrinking = createProgress(err, quiet, undefined, 'differences shrunk');
  const posed = await posedExpressions(seed, expressions);
  const ours = posed.map((one) => ourAnswers(textOf(one), one.event));
  const { engines, notRun } = await open(entries, { timeoutMs, signal });
  try {
    for (const one of notRun) asking.say(notRunLine(one));
    let done = 0;
    const answered = await Promise.all(
      engines.map(async (asked): Promise<AnsweredEngine> => {
        const answers = await inParallel(posed, AT_A_TIME, signal, async (one) => {
          const answer = await asked.evaluate(one);
          asking.show(++done, posed.length * engines.length);
          return answer;
        });
        return { asked, answers: answers.map((answer) => answer ?? { kind: 'not-asked' }) };
      }),
    );
    asking.end();
    let shrunk = 0;
    const onShrunk = (): void => shrinking.show(++shrunk, posed.length * engines.length);
    const findings = await Promise.all(answered.map((one) => findDifferences(one, posed, ours, { signal, onShrunk })));
    const groups = await Promise.all(
      groupFound(findings.flatMap(({ found }) => found)).map(async (group): Promise<AnsweredGroup> => {
        const answers = engines.map(async (one) => [one.subject.id, await one.evaluate(group.example.posed)] as const);
        return { ...group, answers: new Map(await Promise.all(answers)) };
      }),
    );
    return buildCesqlInterop({
      tool: { name: 'ce-conform', version: version() },
      run: {
        seed,
        expressions,
        timeoutMs,
        startedAt: startedAt.toISOString(),
        durationMs: Date.now() - startedAt.getTime(),
        node: process.version,
        platform: `${process.platform} ${process.arch}`,
        ...(signal.aborted && { stopped: 'interrupted' }),
      },
      subjects: findings.map(({ engine }) => engine),
      notRun,
      groups,
    });
  } finally {
    asking.end();
    shrinking.end();
    await Promise.all(engines.map((one) => one.close()));
  }
}

/** Starts the programs. One that claims no engine takes no part, and is no loss. */
async function open(
  entries: readonly SubjectEntry[],
  options: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Opened> {
  const started = await Promise.all(entries.map((entry) => startSubject(entry, options)));
  const engines: AskedEngine[] = [];
  const notRun: NotRun[] = [];
  for (const one of started) {
    if (one.kind === 'not-run') {
      notRun.push(one.notRun);
      continue;
    }
    const engine = askedEngine(one.entry, one.adapter, one.hello, options);
    if (engine !== undefined) engines.push(engine);
    else await one.adapter.close();
  }
  return { engines, notRun };
}

function exitOf({ subjects, notRun, run, causes }: CesqlInterop): ExitCode {
  if (subjects.length === 0) return EXIT.inconclusive;
  if (causes.some(({ verdict }) => verdict === 'settled')) return EXIT.nonconformant;
  const isSeen =
    notRun.length === 0 && run.stopped === undefined && subjects.every(({ gaveUp }) => gaveUp === undefined);
  return isSeen ? EXIT.conformant : EXIT.inconclusive;
}

function render(result: CesqlInterop, format: PageFormat): string {
  switch (format) {
    case 'markdown':
      return renderCesqlMarkdown(result);
    case 'html':
      return renderCesqlHtml(result);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
  }
}

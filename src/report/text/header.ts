// The head of a report: who was judged, how much of it could be seen, and what it says it supports.
import type { Report } from '../types.js';
import { count, hang, pad, wrap } from './layout.js';
import { safe } from './safe.js';
import type { View } from './view.js';

const LABEL = 11;

const SEEN: Readonly<Record<Report['target']['observation'], string>> = {
  status: 'the status of each answer, and nothing else',
  reply: 'the status, and the event that each reply carries',
  sink: 'the status, and the events that arrive at the listener of the harness',
  adapter: 'the events, messages and values that the adapter answers with',
  capture: 'the messages that arrived at the listener of the harness',
};

/** Over a broker, nobody answers and nobody calls. */
const SEEN_OVER_A_BROKER: Partial<typeof SEEN> = {
  sink: 'the events that come to the reply topic',
  capture: 'the messages that came to the topic',
};

const RELAYED = 'the messages as they come out of the topic that they were published to';

/** What of the target could be seen, in words. */
export function seen({ observation, bindings = ['http'], tasks }: Report['target']): string {
  if (tasks.includes('relay')) return RELAYED;
  const isOverBroker = !bindings.includes('http');
  return (isOverBroker ? SEEN_OVER_A_BROKER[observation] : undefined) ?? SEEN[observation];
}

export function header({ report, style }: View): readonly string[] {
  const { tool, suite, target, run } = report;
  const row = (label: string, text: string): readonly string[] =>
    hang(`  ${style.dim(pad(label, LABEL))}`, LABEL + 2, wrap(text, style.width - LABEL - 2));
  const specification = suite.specVersion === 'main' ? 'CloudEvents, main branch' : `CloudEvents ${suite.specVersion}`;
  return [
    style.bold(safe(`${tool.name} ${tool.version} · ${specification}`, style.width)),
    '',
    ...row('target', safe(target.name, 200)),
    ...(target.url === undefined ? [] : row('url', safe(target.url, 400))),
    ...row('seen', seen(target)),
    ...carriers(target).flatMap(({ name, text }, index) => row(index === 0 ? 'claims' : '', `${name} ${text}`)),
    ...target.notes.flatMap((note) => row('note', safe(note, 400))),
    ...row('run', safe(`${count(report.cases.length, 'case')} in ${seconds(run.durationMs)}${seed(run)}`, 200)),
  ];
}

function carriers({ claims, probes }: Report['target']): readonly { readonly name: string; readonly text: string }[] {
  // The probes of a receiver are named by the message form alone.
  const claimed = new Set(claims.map((claim) => (claim in probes ? claim : claim.replace(/^decode:/, ''))));
  const names = [...new Set([...Object.keys(probes), ...claimed])].sort();
  const width = Math.max(0, ...names.map((name) => name.length));
  return names.map((name) => ({
    name: pad(safe(name, 60), width),
    text: safe(`${claimed.has(name) ? 'claimed' : 'not claimed'}; a probe was ${probes[name] ?? 'not sent'}`, 200),
  }));
}

// What a producer sends on its own account depends on no seed.
const seed = ({ seed: text }: Report['run']): string => (text === '' ? '' : `, seed ${text}`);

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

// The judge of a broker: pure, and about the one part of a message that its requirement names.
import { bindingOf } from '../../src/binding/types.js';
import type { Judgement } from '../../src/engine/judgement.js';
import type { Observed } from '../../src/engine/observed.js';
import type { RelayVector } from '../vector/types.js';
import { jsonEqual } from './json-equal.js';
import { PARTS, type Part } from './parts.js';

/** Judges what came out of the topic that the message was published to. */
export function judgeRelay(
  { requirement, title }: Pick<RelayVector, 'requirement' | 'title'>,
  observed: Observed,
): Judgement {
  const [sent] = observed.requests;
  const part = PARTS.get(requirement);
  if (sent === undefined || part === undefined) throw new Error(`nothing is known of ${requirement}`);
  const broken = observed.reactions.find((reaction) => reaction.kind === 'broken');
  if (broken?.kind === 'broken') return { status: 'inconclusive', message: broken.failure.message };
  const all = observed.arrived ?? [];
  // A subscriber of the other version is seen by the one requirement that is about both.
  const arrived = part.isOfOther === true ? all.filter(isOther) : all.filter((one) => !isOther(one));
  const [message, ...more] = arrived;
  if (message === undefined) return missing(part, title, observed);
  const [expected, actual] = [part.of(sent), part.of(message)];
  if (part.isRecorded === true) return recorded(part, jsonEqual(expected, actual), { expected, actual });
  if (!jsonEqual(expected, actual)) {
    const text = `${part.name} came out otherwise than it was published`;
    const cause = { key: `relay ${requirement}`, title: `${text}: ${title}` };
    return { status: 'fail', expected, actual, message: text, cause };
  }
  // More than once is allowed: at least once is what brokers promise.
  const others = more.filter((one) => !jsonEqual(expected, part.of(one)));
  return others.length === 0
    ? { status: 'pass', expected, actual }
    : { status: 'inconclusive', message: 'another message with the same token came out as well' };

  function isOther(one: (typeof all)[number]): boolean {
    return sent !== undefined && bindingOf(one) !== bindingOf(sent);
  }
}

function missing({ name, isRecorded }: Part, title: string, { fence }: Observed): Judgement {
  if (fence === 'lost') {
    return {
      status: 'inconclusive',
      message: 'nothing came out any more, not even a message that was published later',
    };
  }
  if (isRecorded === true) return { status: 'observed', message: 'the message did not come out', actual: null };
  const message = `the message did not come out, so ${name} did not either`;
  return {
    status: 'fail',
    expected: 'the message',
    actual: null,
    message,
    cause: { key: 'relay lost', title: `A message is lost: ${title}` },
  };
}

const recorded = (
  { name }: Part,
  isSame: boolean,
  { expected, actual }: Pick<Required<Judgement>, 'expected' | 'actual'>,
): Judgement => ({
  status: 'observed',
  message: isSame ? `${name} came out as published` : `${name} came out otherwise than it was published`,
  expected,
  actual,
});

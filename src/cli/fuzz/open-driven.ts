// A target that is opened, probed and ready to be driven with what nobody wrote a vector for.
import { loadSuite } from '../../../suites/suite.js';
import { carriersOf } from '../../engine/carriers.js';
import { type Claims, overruled } from '../../engine/claims.js';
import type { Drive } from '../../engine/drive.js';
import { firstSign } from '../../engine/first-sign.js';
import { type ProbedNow, probe } from '../../engine/probe.js';
import { probeAdapter } from '../../engine/probe-adapter.js';
import { bindingsAsked, writesOf } from '../../engine/run.js';
import type { Suite } from '../../engine/suite.js';
import type { Abilities } from '../../fuzz/aims.js';
import { claimsGiven, observationOf } from '../claims-given.js';
import { openSink } from '../open-sink.js';
import { openTarget } from '../open-target.js';
import type { OpenedTarget } from '../opened-target.js';
import type { RunSettings } from '../options.js';
import { readerOf } from '../reader-of.js';
import type { RunHooks } from '../run-hooks.js';

export interface Driven {
  readonly suite: Suite;
  readonly drive: Drive;
  readonly opened: OpenedTarget;
  readonly probed: ProbedNow;
  readonly abilities: Abilities;
  readonly claims: Claims;
  close(): Promise<void>;
}

export interface DrivenOptions {
  readonly seed: string;
  readonly timeoutMs: number;
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string>>;
}

/** Opens and probes a target. Throws a `ConformError` for settings that cannot be used, and for a target that answers nothing. */
export async function openDriven(
  settings: RunSettings,
  { seed, timeoutMs, signal, env }: DrivenOptions,
  hooks: RunHooks,
): Promise<Driven> {
  const given = claimsGiven(settings);
  const suite = loadSuite();
  const listener = await openSink(settings);
  const closers: (() => Promise<unknown>)[] = [async () => listener?.close()];
  const close = async (): Promise<void> => {
    for (const one of closers.toReversed()) await one();
  };
  try {
    const opened = await openTarget(settings, {
      env,
      ...(hooks.signal && { signal: hooks.signal }),
      ...(listener && { sink: listener.url }),
      ...(given && { claims: given }),
    });
    closers.push(() => opened.close());
    const sink = listener ?? opened.sink;
    if (listener !== undefined) hooks.onNote?.(`listening for events at ${listener.url.href}`);
    const claims = opened.claims === undefined ? given : overruled(opened.claims, given);
    const observe = observationOf(opened, settings);
    const bindings = opened.bindings ?? bindingsAsked(claims, observe);
    const driving = { suite, target: opened.target, seed, timeoutMs, signal, bindings, ...(sink && { sink }) };
    const program = await readerOf(settings, opened, env, hooks);
    if (program !== undefined) {
      closers.push(() => program.end());
      await firstSign(driving, program.ended);
    }
    const probed =
      observe === 'adapter' && claims !== undefined
        ? await probeAdapter({ ...driving, observe, claims })
        : await probe({ ...driving, observe, ...(claims && { claims }) });
    for (const note of probed.notes) hooks.onNote?.(note);
    return {
      suite,
      opened,
      probed,
      claims: probed.claims,
      abilities: {
        decodes: carriersOf(bindings).filter((carrier) => probed.claims.decodes.has(carrier)),
        encodes: carriersOf(bindings).filter((carrier) => probed.claims.encodes.has(carrier)),
        evaluates: probed.claims.evaluates,
      },
      drive: { ...driving, observation: probed.observation, fence: probed.fence, ...writesOf(probed.claims) },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

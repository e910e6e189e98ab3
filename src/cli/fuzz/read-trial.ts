// The trial of a finding's file, which may be from another version, or edited: it has to be one that can be tried.
import { usageError } from '../../engine/error.js';
import { NOTHING_DUE, shotsOf } from '../../fuzz/shots-of.js';
import type { Trial } from '../../fuzz/trial.js';
import { fromTrialJson } from '../../fuzz/trial-json.js';
import { kindOf } from '../../generate/violation/kinds.js';
import type { TrialJson } from '../../report/fuzz/types.js';
import { safe } from '../../report/text/safe.js';

/** Reads the trial of the file at `path`. Throws a usage error for one that cannot be tried, which says why. */
export function readTrial(written: TrialJson, path: string): Trial {
  try {
    const trial = fromTrialJson(written);
    assertWhole(trial);
    for (const { exchanged } of shotsOf(trial, 'read', NOTHING_DUE)) exchanged.stimulus('t000000000000');
    return trial;
  } catch (error) {
    throw usageError(
      'finding.trial',
      `failed to read ${path}: ${safe(error instanceof Error ? error.message : String(error), 200)}`,
      'its trial is not to be edited; ce-conform fuzz writes another',
    );
  }
}

function assertWhole(trial: Trial): void {
  switch (trial.kind) {
    case 'events':
      for (const { form } of trial.writings) assertOne(trial.events.length, form.mode);
      return;
    case 'encode':
      assertOne(trial.events.length, trial.form.mode);
      return;
    case 'violation': {
      const { requirement } = trial.violation;
      if (kindOf(requirement) === undefined) throw new Error(`nothing breaks a rule ${requirement}`);
      return;
    }
    case 'mutation':
    case 'expression':
      return;
  }
}

function assertOne(events: number, mode: string): void {
  if (events !== 1 && mode !== 'batch') throw new Error(`${mode} mode holds one event, and its trial has ${events}`);
}

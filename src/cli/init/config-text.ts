// The configuration that `init` writes.
import { Document } from 'yaml';
import { safe } from '../../report/text/safe.js';
import { FILES } from './files.js';
import type { Plan, Subject } from './types.js';

/** The text of `ce-conform.yaml`. */
export function configText({ subject, profiles, ci }: Pick<Plan, 'subject' | 'profiles' | 'ci'>): string {
  const document = new Document({
    ...settingsOf(subject),
    ...(profiles.length === 0 ? {} : { profile: profiles }),
    report: [`json=${FILES.report}`, ...(ci === 'gitlab' ? [`junit=${FILES.junit}`] : [])],
    baseline: FILES.baseline,
  });
  document.commentBefore = ` What ce-conform judges here: ${safe(aboutOf(subject), 200)}.\n Each setting is a flag of the same name; \`ce-conform schema config\` explains them.`;
  return document.toString({ lineWidth: 0 });
}

/** The settings of a run that name what is judged. */
export function settingsOf(subject: Subject): {
  readonly target?: string;
  readonly adapter?: readonly string[];
  readonly listen?: string;
  readonly program?: readonly string[];
} {
  switch (subject.kind) {
    case 'target':
      return { target: subject.target };
    case 'adapter':
      return { adapter: subject.adapter };
    case 'producer':
      return subject.program.length === 0
        ? { listen: subject.listen }
        : { listen: subject.listen, program: subject.program };
  }
}

function aboutOf(subject: Subject): string {
  switch (subject.kind) {
    case 'target':
      return 'whoever takes events at this address';
    case 'adapter':
      return 'the SDK behind this program';
    case 'producer':
      return 'what a program sends';
  }
}

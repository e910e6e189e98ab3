// What was written, and what is to be done next.
import { count } from '../../report/text/layout.js';
import { safe } from '../../report/text/safe.js';
import type { BaselineMade } from './baseline-text.js';
import { FILES, WORKFLOWS } from './files.js';
import type { Plan } from './types.js';

export function summaryOf(plan: Plan, baseline: BaselineMade): string {
  const workflow = WORKFLOWS[plan.ci];
  const steps = [
    ...(baseline.waiting === 0
      ? []
      : [
          `write a reason for ${count(baseline.waiting, 'entry', 'entries')} of ${FILES.baseline}, by hand; until then no run takes it`,
        ]),
    ...(workflow === undefined ? [] : workflowSteps(plan, workflow)),
    `run it: npx ce-conform`,
  ];
  const lines = [
    `wrote ${FILES.config}`,
    `wrote ${FILES.baseline} (${safe(baseline.about, 400)})`,
    ...(workflow === undefined ? [] : [`wrote ${workflow}`]),
    '',
    'Next:',
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
  ];
  return `${lines.join('\n')}\n`;
}

function workflowSteps({ ci, subject }: Plan, workflow: string): readonly string[] {
  const isAlone = subject.kind === 'target' && subject.target.startsWith('reference:');
  return [
    ...(isAlone ? [] : [`in ${workflow}, write what has to be there before, where a comment says so`]),
    ...(ci === 'gitlab' ? [`in .gitlab-ci.yml, take it in: include: [{ local: /${workflow} }]`] : []),
  ];
}

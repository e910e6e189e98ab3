// Judges a target, keeps the report, and says what is wrong: node dist/judge.js http://localhost:8080
import { writeFileSync } from 'node:fs';
import { ConformError, exitOfReport, type Report, run } from 'ce-conform';

const target = process.argv[2] ?? 'reference:';
try {
  const report: Report = await run({ target, only: ['http.*'] }, { onNote: (note) => console.error(note) });
  writeFileSync('report.json', `${JSON.stringify(report, null, 2)}\n`);
  for (const { id, verdict, requirements } of report.profiles) {
    console.log(`${id}: ${verdict}, ${requirements.verified} of ${requirements.applicable} MUST requirements verified`);
  }
  for (const { title, requirements } of report.findings) console.log(`- ${title} (${requirements.join(', ')})`);
  process.exitCode = exitOfReport(report);
} catch (error) {
  // A target that is not there, or settings that cannot be used.
  if (!(error instanceof ConformError)) throw error;
  console.error(error.diagnostic.message, error.diagnostic.hint ?? '');
  process.exitCode = error.diagnostic.exit;
}

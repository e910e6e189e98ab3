import { oneLine } from '../../report/page/one-line.js';

const NAMES: Readonly<Record<string, string>> = {
  csharp: 'C#',
  go: 'Go',
  java: 'Java',
  javascript: 'JavaScript',
  php: 'PHP',
  python: 'Python',
  ruby: 'Ruby',
  rust: 'Rust',
};

/** A language as people write it; one that is not known here as the report has it. */
export const languageName = (language: string): string =>
  Object.hasOwn(NAMES, language) ? (NAMES[language] ?? language) : oneLine(language, 30);

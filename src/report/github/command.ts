// Workflow commands of GitHub Actions: lines of a log that the runner reads as annotations.

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** The line. What would end a value is escaped, so that it says what was given and begins nothing else. */
export const command = ({ level, title, message }: Annotation): string =>
  `::${level} title=${property(title)}::${data(message)}`;

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

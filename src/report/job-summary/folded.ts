/** Lines under a heading that a reader opens. The title is ours, and plain. */
export const folded = (title: string, lines: readonly string[]): readonly string[] => [
  '<details>',
  `<summary>${title}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
];

/** The first text of a file that does not exist. */
export const NEW_BASELINE: string =
  '# Failures that are known, each with its reason. It may have a ticket, and the day on which it expires.\n';

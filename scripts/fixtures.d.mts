export function compileFixtures(folder?: string): void;

export function compileFixtures(): void;

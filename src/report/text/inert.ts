// CI systems read commands out of what a job prints: GitHub takes a line that begins with two colons, blanks before them or
// not, and "##[" anywhere in a line; others have such words behind two hashes as well ("##vso[", "##teamcity[").

/** Lines that no CI system reads as a command: one character of what would begin one is shown as an escape. */
export const inert = (text: string): string =>
  text.replaceAll(/^(\s*):(?=:)/gm, '$1\\u{3a}').replaceAll(/#(?=#[a-z-]*\[)/gi, '\\u{23}');

export const KEPT = { kind: 'kept' };
export const silent = (reason) => ({ kind: 'silent', reason });
/** `root`: failures with the same words are one finding. */
export const broken = (message, expected, actual, root) => ({
    kind: 'broken',
    message,
    expected,
    actual,
    ...(root === undefined ? {} : { root }),
});
/** One broken part breaks the whole; one kept part shows that it is kept; `nothing`: the reason where nothing shows. */
export function weigh(parts, nothing) {
    return (parts.find(({ kind }) => kind === 'broken') ??
        parts.find(({ kind }) => kind === 'kept') ??
        parts[0] ??
        silent(nothing));
}

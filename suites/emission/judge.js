/** The judgement of a message that was asked for. `title` names what was asked, for grouping. */
export function judgeEmitted(rule, emitted, told, title) {
    return judgementOf(rule.requirement, rule.check(emitted, told), title);
}
/** The judgement over captured messages of one mode: the first that breaks the rule decides, else the first that keeps it. */
export function judgeCaptured(rule, captured, mode, title) {
    const shown = captured.filter((emitted) => emitted.mode === mode).map((emitted) => rule.check(emitted));
    const decisive = shown.find(({ kind }) => kind === 'broken') ?? shown.find(({ kind }) => kind === 'kept') ?? shown[0];
    return judgementOf(rule.requirement, decisive ?? { kind: 'silent', reason: `no captured message is in ${mode} mode` }, title);
}
/** The judgement over everything that was captured. `asked` is absent where nobody knows. */
export const judgeStream = (rule, captured, title, asked) => judgementOf(rule.requirement, rule.check(captured, asked), title);
function judgementOf(requirement, shown, title) {
    switch (shown.kind) {
        case 'kept':
            return { status: 'pass' };
        case 'silent':
            return { status: 'inconclusive', message: shown.reason };
        case 'broken': {
            const { message, expected, actual, root } = shown;
            const cause = { key: `emitted ${requirement} ${root ?? ''}`, title: `${message}: ${title}` };
            return { status: 'fail', expected, actual, message, cause };
        }
    }
}

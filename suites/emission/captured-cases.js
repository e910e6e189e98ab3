import { capturedKind } from './captured-kind.js';
import { judgeCaptured, judgeStream } from './judge.js';
import { readEmitted } from './read-emitted.js';
import { EMISSION_RULES, STREAM_RULES } from './rules/index.js';
const CARRIERS = {
    binary: 'http-binary',
    structured: 'http-structured',
    batch: 'http-batch',
};
const MODES = ['binary', 'structured', 'batch'];
/** The rules that know an event by its body alone. In binary mode they are about such events, and about no others. */
const ABOUT_LABELS = new Set([
    'json.env.media-type',
    'json.batch.media-type',
    'http.str.ct',
    'http.bat.ct',
]);
const TITLE = 'as it was captured';
/** Judges messages in the order of their arrival. Pure. */
export function capturedCases(messages, options = {}) {
    const { asked, rules = EMISSION_RULES, streamRules = STREAM_RULES } = options;
    const kinds = messages.map(capturedKind);
    const ofKind = (kind) => messages.flatMap((message, index) => (kinds[index] === kind ? [{ index, emitted: readEmitted(message) }] : []));
    const [events, mislabelled] = [ofKind('event'), ofKind('mislabelled')];
    const emitted = events.map((event) => event.emitted);
    const aboutMessages = rules.flatMap((rule) => MODES.filter((mode) => rule.modes.includes(mode)).flatMap((mode) => {
        const isAboutLabels = mode === 'binary' && ABOUT_LABELS.has(rule.requirement);
        return caseOf(rule, mode, isAboutLabels ? mislabelled : events);
    }));
    const aboutAll = streamRules.map((rule) => wholeCase(rule, emitted, asked));
    return { cases: [...aboutMessages, ...(events.length === 0 ? [] : aboutAll)], kinds };
}
// As judgeCaptured does for all of them: the first that breaks the rule decides, else the first that keeps it.
function caseOf(rule, mode, messages) {
    const judged = messages
        .filter(({ emitted }) => emitted.mode === mode)
        .map(({ index, emitted }) => ({ message: index, judgement: judgeCaptured(rule, [emitted], mode, TITLE) }));
    const withStatus = (status) => judged.find(({ judgement }) => judgement.status === status);
    const decisive = withStatus('fail') ?? withStatus('pass') ?? judged[0];
    if (decisive === undefined)
        return [];
    const carrier = CARRIERS[mode];
    const { requirement } = rule;
    return [{ id: `${requirement}/captured@${carrier}`, requirement, carrier, ...decisive }];
}
function wholeCase(rule, emitted, asked) {
    const { requirement } = rule;
    const judgement = judgeStream(rule, emitted, TITLE, asked);
    return { id: `${requirement}/captured@http`, requirement, carrier: 'http', judgement };
}

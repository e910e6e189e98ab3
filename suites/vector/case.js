import { NOT_ENCODED } from '../encoded-requests.js';
import { judgeVector } from './judge.js';
import { BASELINE, prerequisitesOf } from './prerequisites.js';
import { requestsOf } from './request.js';
import { substitute } from './substitute.js';
import { validating } from './validating.js';
/** The case that every other case over this carrier rests on. */
export const baselineOf = (carrier) => `${BASELINE}@${carrier}`;
/** The cases of one vector, one for each of its carriers. */
export function casesOf(vector, requirement, base, { task = 'decode', encodedRequests = NOT_ENCODED } = {}) {
    const judged = judgedPart(vector, task);
    const needs = needsOf(requirement, task);
    return vector.carriers.map((carrier) => {
        const requests = (token) => requestsOf(substitute(vector, token), substitute(base, token), carrier);
        const on = (id) => `${id}@${carrier}`;
        const id = on(`${vector.requirement}/${vector.variant}`);
        const item = {
            id,
            requirement,
            level: vector.level ?? requirement.level,
            ...(vector.levelOnMain === undefined ? {} : { levelOnMain: vector.levelOnMain }),
            carrier,
            task,
            title: vector.title,
            ...(vector.why === undefined ? {} : { why: vector.why }),
            ...(vector.expect === undefined ? {} : { expected: expectedOf(vector.expect, vector) }),
            needs,
            requires: prerequisitesOf(vector, carrier),
            events: eventsOf(vector),
            ...(vector.twin === undefined && !isNothing(vector, requirement) ? {} : { twin: on(vector.twin ?? BASELINE) }),
            ...(isTransport(vector) ? { transport: true } : {}),
            stimulus: (token) => encodedRequests(id, token) ?? requests(token),
            judge: (observed) => judgeVector(substitute(judged, observed.token), needs, observed),
        };
        return vector.validation === undefined
            ? item
            : { ...item, whenValidating: (asked) => validating(item, vector, { judged, base, asked }) };
    });
}
// What is passed on has to come out somewhere to be judged.
const needsOf = ({ needs }, task) => {
    if (task === 'forward')
        return 'message';
    return needs.includes('status') ? 'status' : 'event';
};
// All that a judgement looks at: of the events that were sent, no more than their ids.
function judgedPart({ requirement, title, expect, times, watch, mayRefuse, event, batch, passedOn }, task) {
    return {
        requirement,
        title,
        ...(expect === undefined ? {} : { expect }),
        ...(times === undefined ? {} : { times }),
        ...(watch === undefined ? {} : { watch }),
        ...(mayRefuse === undefined ? {} : { mayRefuse }),
        ...(event === undefined ? {} : { event: idOf(event) }),
        ...(batch === undefined ? {} : { batch: batch.map(idOf) }),
        ...(passedOn === undefined ? {} : { passedOn }),
        ...(task === 'forward' ? { through: true } : {}),
    };
}
function idOf({ set }) {
    const id = set?.['id'];
    return id === undefined ? {} : { set: { id } };
}
/** A refusal that is legal too stands beside what is expected. */
const expectedOf = (expect, { mayRefuse }) => ({
    ...expect,
    ...(mayRefuse === undefined ? {} : { mayRefuse }),
});
function eventsOf(vector) {
    if (vector.expect === undefined || 'accepted' in vector.expect)
        return vector.batch?.length ?? 1;
    if ('elements' in vector.expect)
        return vector.expect.elements.length;
    return 'event' in vector.expect ? 1 : 0;
}
// Where nothing may come out, a target from which nothing ever comes out would pass: such a case needs a twin.
const isNothing = (vector, { code }) => code === 'rej' || code === 'soft' || (vector.expect !== undefined && eventsOf(vector) === 0);
// A method, a framing or the pieces of a body are none of the event's business.
const isTransport = ({ message }) => message?.method !== undefined || message?.framing !== undefined || message?.pieces !== undefined;

import type { Judgement } from '../../engine/judgement.js';
import type { Observed, Output } from '../../engine/observed.js';

type Judge = (observed: Observed) => Judgement;

const MAY_BE_DROPPED: Judgement = {
  status: 'not-applicable',
  message: 'a consumer may take an event of the same source and id for a duplicate (core, id), and drop or refuse it',
};

/** The judge of a message that was sent before: that nothing comes of it is no failure, that something else does is one. */
export const asDuplicate =
  (judge: Judge): Judge =>
  (observed) => {
    const judgement = judge(observed);
    return judgement.status === 'fail' && isDropped(observed) ? MAY_BE_DROPPED : judgement;
  };

const isDropped = ({ outputs, reactions }: Observed): boolean =>
  reactions.some(({ kind }) => kind === 'refused') || outputs.every(({ decoded }) => isNothing(decoded));

const isNothing = (decoded: Output['decoded']): boolean =>
  decoded.kind === 'decoded' ? decoded.value.events.length === 0 : decoded.code === 'not-an-event';

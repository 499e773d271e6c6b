/** Without this file an answer would be a mixture of moments, and nobody could say for how long it is right. */
import type { Read } from '../../replica/lists.ts';
import { nextOpening } from '../../replica/opening.ts';
import type { Questions } from '../../replica/questions.ts';
import type { Moment, Replica } from '../../replica/replica.ts';
import { answerOf, type Answer, type Freshness } from '../answer.ts';
import type { Reply, Stamp } from '../ready.ts';
import { earlier, type Standing } from './standing.ts';

export interface Worked {
  answer: Answer;
  standing: Standing;
  stamp: Stamp | undefined;
}

/** An answer, and what caches are to be told of it now. */
export interface Fresh {
  answer: Answer;
  freshness: Freshness;
}

/** Asked when it is sent, because some answers take a while. */
export function freshFrom({ answer, standing }: Worked, moment: Moment | null): Fresh {
  return { answer, freshness: { now: moment?.now ?? standing.since, until: standing.until } };
}

export interface Working {
  standing: Standing;
  worked: Promise<Worked>;
}

export type Askable = Pick<Replica, 'read' | 'questionsAt'>;

/** Both ways to ask `replica`, of one moment of the clock. */
export function asOf(replica: Askable, now: number): { read: Read; questions: Questions } {
  return { read: (ask) => replica.read((view) => ask({ ...view, now })), questions: replica.questionsAt(now) };
}

/**
 * Works out an answer. All that `work` reads, it reads as of one moment of the clock. Which entries it may have seen is asked before it begins:
 * what comes meanwhile makes the answer too old, never too new.
 */
export function workOut(replica: Pick<Replica, 'moment'> & Askable, work: (read: Read, questions: Questions) => Promise<Reply>): Working {
  const generation = replica.moment()?.generation ?? null;
  const { now, opening } = replica.read((view) => ({ now: view.now, opening: nextOpening(view) }));
  const standing = { generation, since: now, until: opening };
  const worked = async () => {
    const { read, questions } = asOf(replica, now);
    const reply = await work(read, questions);
    const until = 'until' in reply ? (reply.until ?? null) : null;
    // A stamp knows nothing of the clock.
    const stamp = until === null ? reply.stamp : undefined;
    return { answer: answerOf(reply), standing: { ...standing, until: earlier(opening, until) }, stamp };
  };
  return { standing, worked: worked() };
}

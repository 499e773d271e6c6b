/** Without this file a walk would be what its author thought of: everything that people may do in a newsroom, in any order, drawn by chance. */
import fc from 'fast-check';
import { TRANSITIONS, type TransitionName } from '../../../src/editorial/stages.ts';
import { DRAFTED, type Drafted } from '../../helpers/snapshot.ts';

export const PEOPLE = ['writer', 'editor', 'admin'] as const;
export type Person = (typeof PEOPLE)[number];

/** One thing that somebody does. Numbers name one of what there is at that moment; seconds are ahead of the newsroom's clock. */
export type Deed = { by: Person } & (
  | { do: 'step'; story: number; which: number; seconds: number }
  | { do: 'try'; story: number; transition: TransitionName; seconds: number }
  | { do: 'write'; collection: Drafted; which: number }
  | { do: 'bind'; story: number; excerpts: number[]; commentaries: number[]; picture: boolean }
  | { do: 'embargo'; story: number; seconds: number | null }
  | { do: 'promise'; story: number; seconds: number }
  | { do: 'readdress'; story: number; slug: number }
  | { do: 'rename'; collection: 'outlets' | 'authors'; which: number }
  | { do: 'restore'; collection: Drafted; which: number; back: number }
  | { do: 'duplicate'; story: number }
  | { do: 'delete'; collection: Drafted; which: number }
);

/** What happens at one time; the sweep is always there, and readers look at everything after each. */
export type Round = { deeds: Deed[]; crash: null } | { deeds: Deed[]; crash: { at: 'commit' | 'answer' } | { after: number } } | { advance: number };

const which = fc.nat(11);
const seconds = fc.integer({ min: 5, max: 90 });
const by = fc.constantFrom<Person>('editor', 'admin', 'editor', 'writer');
const collection = fc.constantFrom(...DRAFTED);
const some = fc.uniqueArray(which, { minLength: 0, maxLength: 2 });

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ do: fc.constant('step' as const), by, story: which, which, seconds }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('try' as const), by, story: which, transition: fc.constantFrom(...TRANSITIONS), seconds }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), by, collection, which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('bind' as const), by, story: which, excerpts: some, commentaries: some, picture: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('embargo' as const), by, story: which, seconds: fc.option(seconds) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('promise' as const), by, story: which, seconds }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('readdress' as const), by, story: which, slug: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rename' as const), by, collection: fc.constantFrom('outlets' as const, 'authors' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const), by, collection, which, back: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('duplicate' as const), by, story: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), by, collection, which }) },
);
const deeds = fc.array(deed, { minLength: 1, maxLength: 4 });
const crash = fc.oneof(fc.record({ at: fc.constantFrom('commit' as const, 'answer' as const) }), fc.record({ after: fc.nat(40) }));

const round: fc.Arbitrary<Round> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ deeds, crash: fc.constant(null) }) },
  { weight: 4, arbitrary: fc.record({ advance: fc.integer({ min: 1, max: 60 }) }) },
);

/** A walk of `rounds` rounds, in one of which the newsroom is killed. */
export function walks(rounds: number): fc.Arbitrary<Round[]> {
  const calm = fc.array(round, { minLength: rounds, maxLength: rounds, size: 'max' });
  return fc.tuple(calm, fc.nat(rounds), fc.record({ deeds, crash })).map(([rest, place, cut]) => [...rest.slice(0, place), cut, ...rest.slice(place)]);
}

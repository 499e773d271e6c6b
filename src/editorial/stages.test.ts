/** Without these tests a story could be moved from anywhere to anywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedTransitions, nextStage, TRANSITIONS, type Publication, type Stage, type Work } from './stages.ts';

const WORK: Work[] = ['draft', 'in_review', 'approved', 'scheduled'];
const PUBLICATION: Publication[] = ['none', 'live', 'withdrawn', 'killed'];

describe('the state machines', () => {
  it.each<[Work, Publication, string[]]>([
    ['draft', 'none', ['submit']],
    ['in_review', 'none', ['return', 'approve']],
    ['approved', 'none', ['return', 'publish']],
    ['draft', 'live', ['submit', 'withdraw']],
    ['approved', 'live', ['return', 'publish', 'withdraw']],
    ['draft', 'withdrawn', ['submit']],
    ['draft', 'killed', []],
    ['approved', 'killed', []],
  ])('a story whose work is %s and whose publication is %s may take %j', (work, publication, allowed) => {
    const known = allowedTransitions({ work, publication });
    for (const transition of ['submit', 'return', 'approve', 'publish', 'withdraw'] as const) {
      expect(known.includes(transition), transition).toBe(allowed.includes(transition));
    }
  });

  it('withdrawing a scheduled story makes it approved', () => {
    expect(nextStage('withdraw', { work: 'scheduled', publication: 'live' })).toEqual({ work: 'approved', publication: 'withdrawn' });
  });

  it('whatever is tried in whatever order, readers see a story only after an approval', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TRANSITIONS), { maxLength: 40 }), (tried) => {
        let stage: Stage = { work: 'draft', publication: 'none' };
        let approved = false;
        for (const transition of tried) {
          if (!allowedTransitions(stage).includes(transition)) {
            expect(() => nextStage(transition, stage)).toThrow(/cannot be/);
            continue;
          }
          stage = nextStage(transition, stage);
          approved ||= transition === 'approve';
          expect(WORK).toContain(stage.work);
          expect(PUBLICATION).toContain(stage.publication);
          if (stage.publication === 'live') expect(approved).toBe(true);
        }
      }),
    );
  });
});

/** The buttons of the panel beside the state machine that decides. */
import { describe, expect, it } from 'vitest';
import { allowedTransitions, type Publication, type Work } from '../editorial/stages.ts';
import { offeredTo, possibleFrom } from './offers.ts';

const works: Work[] = ['draft', 'in_review', 'approved', 'scheduled'];
const publications: Publication[] = ['none', 'live', 'withdrawn', 'killed'];

describe('the buttons of a story', () => {
  it.each(works.flatMap((work) => publications.map((publication) => ({ work, publication }))))(
    'at $work and $publication are the steps that the server allows',
    (stage) => {
      expect(possibleFrom(stage).sort()).toEqual(allowedTransitions(stage).sort());
    },
  );

  it('are all there for an editor', () => {
    expect(offeredTo({ roles: ['editor'], owns: false }, { work: 'approved', publication: 'live' })).toEqual([
      'publish',
      'schedule',
      'return',
      'correct',
      'withdraw',
    ]);
  });

  it('let a writer submit an own story and do nothing else', () => {
    const writer = { roles: ['writer'] as const, owns: true };
    expect(offeredTo(writer, { work: 'draft', publication: 'none' })).toEqual(['submit']);
    expect(offeredTo(writer, { work: 'in_review', publication: 'live' })).toEqual([]);
    expect(offeredTo({ ...writer, owns: false }, { work: 'draft', publication: 'none' })).toEqual([]);
  });
});

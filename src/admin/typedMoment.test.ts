/** What an editor types in the panel, at and beside the nights on which the clocks change. */
import { describe, expect, it } from 'vitest';
import { momentInWords, readTyped, typedFor } from './typedMoment.ts';

const PARIS = 'Europe/Paris';

describe('a time in the panel', () => {
  it('is what the clocks of the newsroom show', () => {
    expect(readTyped({ text: '2090-07-01T09:30', choice: null }, PARIS)).toEqual({ instant: '2090-07-01T07:30:00.000Z', fault: null, choices: null });
  });

  it.each(['', '2090-07-01', 'tomorrow'])('is none yet in "%s"', (text) => {
    expect(readTyped({ text, choice: null }, PARIS)).toEqual({ instant: null, fault: 'no-time', choices: null });
  });

  it.each<[string, 'twice' | 'skipped', string, string]>([
    ['2090-10-29T02:30', 'twice', '2090-10-29T00:30:00.000Z', '2090-10-29T01:30:00.000Z'],
    ['2090-03-26T02:30', 'skipped', '2090-03-26T00:30:00.000Z', '2090-03-26T01:30:00.000Z'],
  ])('%s comes %s: it means nothing until one of both is chosen', (text, fault, first, second) => {
    expect(readTyped({ text, choice: null }, PARIS)).toMatchObject({ instant: null, fault });
    expect(readTyped({ text, choice: 0 }, PARIS).instant).toBe(first);
    expect(readTyped({ text, choice: 1 }, PARIS).instant).toBe(second);
  });

  it.each(['2090-07-01T07:30:00.000Z', '2090-10-29T00:30:00.000Z', '2090-10-29T01:30:00.000Z', '2090-01-01T00:00:00.000Z'])(
    '%s is shown as what means it',
    (instant) => {
      expect(readTyped(typedFor(instant, PARIS), PARIS).instant).toBe(instant);
    },
  );

  it('in the history names its zone', () => {
    expect(momentInWords('2090-07-01T07:30:00.000Z', 'en', PARIS)).toMatch(/Jul 1, 2090, 9:30 AM GMT\+2/);
  });
});

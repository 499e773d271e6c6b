/** Without these tests a clock change could move a story by an hour without a word. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment, shownIn } from './localTime.ts';

/** Half-hour changes, changes at midnight, a day that was left out, a zone without changes, and both hemispheres. */
const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/Santiago',
  'UTC',
];
const zone = fc.constantFrom(...ZONES);
const minute = 60_000;
/** Whole minutes of the years that newsrooms plan in; offsets of zones are whole minutes there. */
const instant = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2060-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / minute) * minute));

const wallOf = (at: Date, timeZone: string) => shownIn(at, timeZone).at.slice(0, 16);
const utc = (text: string) => new Date(text).getTime();

describe('a time on the newsroom’s clocks', () => {
  it.each([
    ['Europe/Paris', '2026-07-01T09:30', '2026-07-01T07:30:00Z'],
    ['Europe/Paris', '2026-01-01T09:30:15', '2026-01-01T08:30:15Z'],
    ['America/New_York', '2026-11-24T18:00', '2026-11-24T23:00:00Z'],
    ['Europe/Paris', '2026-10-25T02:30:00+01:00', '2026-10-25T01:30:00Z'],
    ['Europe/Paris', '2026-10-25T02:30:00Z', '2026-10-25T02:30:00Z'],
  ])('in %s %s is %s', (timeZone, text, expected) => {
    expect(readMoment(text, timeZone)).toEqual({ instant: new Date(expected) });
  });

  it.each([
    ['Europe/Paris', '2026-10-25T02:30', 'twice', ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']],
    ['Europe/Paris', '2026-03-29T02:30', 'skipped', ['2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00']],
    ['Australia/Lord_Howe', '2026-10-04T02:15', 'skipped', ['2026-10-04T01:45:00+10:30', '2026-10-04T02:45:00+11:00']],
    ['Pacific/Apia', '2011-12-30T12:00', 'skipped', ['2011-12-29T12:00:00-10:00', '2011-12-31T12:00:00+14:00']],
  ])('in %s %s is %s, and both choices are named', (timeZone, text, fault, choices) => {
    const moment = readMoment(text, timeZone);
    expect(moment).toMatchObject({ fault, choices: choices.map((at) => ({ at })) });
    for (const { at, utc: same } of 'choices' in moment ? moment.choices : []) expect(utc(same)).toBe(utc(at));
  });

  it.each([
    '',
    'tomorrow',
    '2026-02-30T10:00',
    '2026-02-30T10:00Z',
    '2026-05-24',
    '2026-05-24 10:00',
    '2026-05-24T25:00',
    '2026-05-24T10:00+25:00',
    '10:00',
    '+002026-05-24T10:00',
  ])('%j is no time', (text) => {
    expect(readMoment(text, 'Europe/Paris')).toEqual({ fault: 'no-time' });
  });

  it('a part of a millisecond is rounded up, never early', () => {
    expect(readMoment('2026-05-24T10:00:00.000001Z', 'UTC')).toEqual({ instant: new Date('2026-05-24T10:00:00.001Z') });
  });

  it('whatever the clocks show at an instant means that instant, or names it among the two choices', () => {
    fc.assert(
      fc.property(instant, zone, (at, timeZone) => {
        const moment = readMoment(wallOf(at, timeZone), timeZone);
        if ('instant' in moment) expect(moment.instant).toEqual(at);
        else {
          expect(moment.fault).toBe('twice');
          expect('choices' in moment && moment.choices.map((choice) => utc(choice.utc))).toContain(at.getTime());
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('around every clock change: what is taken is on the clocks, what is said to come twice is there twice, what is said to be skipped never', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES.flatMap(changes)), fc.integer({ min: -180, max: 180 }), ({ at, timeZone }, minutes) => {
        // The wall clock as a time of UTC: it walks through the change minute by minute, gaps and repetitions included.
        const wall = new Date(utc(`${wallOf(at, timeZone)}Z`) + minutes * minute).toISOString().slice(0, 16);
        const moment = readMoment(wall, timeZone);
        if ('instant' in moment) expect(wallOf(moment.instant, timeZone)).toBe(wall);
        else if (moment.fault !== 'no-time') {
          const [first, second] = moment.choices;
          expect(utc(first.utc)).toBeLessThan(utc(second.utc));
          const shown = moment.choices.map((choice) => wallOf(new Date(choice.utc), timeZone) === wall);
          expect(shown).toEqual(moment.fault === 'twice' ? [true, true] : [false, false]);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** The instants of 2010 to 2027 at which the clocks of `timeZone` change, found hour by hour. */
function changes(timeZone: string): { at: Date; timeZone: string }[] {
  const found: { at: Date; timeZone: string }[] = [];
  const day = 24 * 60 * minute;
  const offset = (time: number) => shownIn(new Date(time), timeZone).at.slice(-6);
  for (let time = utc('2010-01-01T00:00:00Z'); time < utc('2027-01-01T00:00:00Z'); time += day) {
    if (offset(time) === offset(time + day)) continue;
    let [low, high] = [time, time + day];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    found.push({ at: new Date(high), timeZone });
  }
  return found;
}

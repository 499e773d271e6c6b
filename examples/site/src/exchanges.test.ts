/** Without this test a comment could stand beside a report that it does not answer, or a report be left out. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exchangesIn } from './exchanges.ts';
import type { Commentary, Excerpt } from './newsroom.ts';

const report = (id: string) => ({ id }) as Excerpt;
const comment = (id: string, ...respondsTo: string[]) => ({ id, respondsTo }) as Commentary;
const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id).join(' ');
const shown = (excerpts: string[], ...commentaries: Commentary[]) =>
  exchangesIn({ excerpts: excerpts.map(report), commentaries }).map(({ reports, comments }) => `${ids(reports)} / ${ids(comments)}`);

it.each([
  ['one and one', shown(['r'], comment('c', 'r')), ['r / c']],
  ['two pairs', shown(['r', 's'], comment('c', 'r'), comment('d', 's')), ['r / c', 's / d']],
  ['two answers to one report', shown(['r'], comment('c', 'r'), comment('d', 'r')), ['r / c d']],
  ['one answer to two reports, with another between them', shown(['r', 's', 't'], comment('c', 'r', 't')), ['r t / c', 's / ']],
  ['answers that overlap', shown(['r', 's', 't'], comment('c', 'r', 's'), comment('d', 't'), comment('e', 's', 't')), ['r s t / c d e']],
  ['a comment on nothing here', shown(['r'], comment('c', 'elsewhere')), ['r / ', ' / c']],
])('%s', (_name, told, expected) => {
  expect(told).toEqual(expected);
});

it('whoever answers whom, nothing is left out or said twice, answers stand with what they answer, and the order stays', () => {
  const count = fc.nat(6);
  const story = fc.tuple(count, count).chain(([reports, comments]) => {
    const answers = fc.array(fc.uniqueArray(fc.nat(Math.max(0, reports - 1)), { maxLength: reports }), { minLength: comments, maxLength: comments });
    return answers.map((all) => ({
      excerpts: Array.from({ length: reports }, (_, index) => report(`r${index}`)),
      commentaries: all.map((answered, index) => comment(`c${index}`, ...answered.map((one) => `r${one}`))),
    }));
  });
  fc.assert(
    fc.property(story, ({ excerpts, commentaries }) => {
      const exchanges = exchangesIn({ excerpts, commentaries });
      expect(exchanges.flatMap(({ reports }) => reports.map(({ id }) => id)).sort()).toEqual(excerpts.map(({ id }) => id).sort());
      expect(exchanges.flatMap(({ comments }) => comments.map(({ id }) => id)).sort()).toEqual(commentaries.map(({ id }) => id).sort());
      for (const { reports, comments } of exchanges) {
        for (const { respondsTo } of comments) for (const id of respondsTo) expect(reports.map((one) => one.id)).toContain(id);
        expect(ids(reports)).toBe(ids(excerpts.filter((one) => reports.includes(one))));
        expect(ids(comments)).toBe(ids(commentaries.filter((one) => comments.includes(one))));
      }
    }),
  );
});

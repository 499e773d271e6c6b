/** Without these tests a misquote could be called verified, or an honest quote a misquote because of its commas' company. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison, ParagraphCheck } from './check.ts';
import { compareQuote } from './compare.ts';

const REPORT = [
  'Harbour Wire, 24 May 2024',
  "The mayor said on Friday: “We’ll open the quay on Monday – not a day later…” She wasn't asked about the non-violent protest.",
  'Repairs cost 1,250,000 crowns. The quay had been closed since the storm.',
].join('\n\n');

const verified = (quote: string | string[], snapshot = REPORT) => compareQuote([quote].flat(), snapshot).verification;

describe('a quote is verified', () => {
  it.each([
    ['as it is', 'The quay had been closed since the storm.'],
    ['within quotation marks of whoever quotes', '“The quay had been closed since the storm.”'],
    ['with the first quotation mark only, as paragraphs of a longer quote have it', '„The quay had been closed since the storm.'],
    ['with straight marks', 'The mayor said on Friday: "We\'ll open the quay on Monday - not a day later..."'],
    ['with French marks and their spaces', 'The mayor said on Friday : « We’ll open the quay on Monday — not a day later… »'],
    ['with a dash of two hyphens, and a spaced ellipsis', "We'll open the quay on Monday -- not a day later . . ."],
    ['with soft hyphens, zero-width and direction marks', 'The qu\u00ADay had\u200B been \u202Aclosed\u202C since\uFEFF the\u2060 storm.'],
    ['with other white space', 'The\u00A0quay  had\nbeen\tclosed since\u2028the storm.'],
    ['where it leaves out and says so', 'The mayor said on Friday: “We’ll open the quay […] not a day later…” [...] the non-violent protest'],
    ['where it leaves out at its ends', '(…) open the quay on Monday (...)'],
    ['where a paragraph is left out', ['Harbour Wire, 24 May 2024', '[…]', 'Repairs cost 1,250,000 crowns.']],
    ['without any words but these', 'crowns'],
  ])('%s', (_how, quote) => {
    expect(verified(quote)).toBe('verified');
  });

  it('when the paragraph before it ends, and the next one begins, with a quotation mark', () => {
    expect(verified(['“We open.”', '“We close.”'], 'He said: “We open”\n\n“We close”\n\n“We know”'.replaceAll('”', '.”'))).toBe('verified');
    expect(verified(['We open', 'We close'], '“We open”\n\n“We close”\n\n“We know”')).toBe('verified');
  });

  it('whether letters are composed or not', () => {
    const word = 'Zoë a dit « déjà »';
    expect(verified(word.normalize('NFD'), `Alors ${word}.`)).toBe('verified');
    expect(verified(word, `Alors ${word.normalize('NFD')}.`)).toBe('verified');
  });

  it.each([
    ['French', 'Hier, l’agence a écrit : « Il pleuvra demain », puis s’est tue.', '“Il pleuvra demain”'],
    ['French, after an elision', 'Elle croit qu’il pleuvra.', 'il pleuvra'],
    ['Arabic', 'قالت الوكالة يوم الجمعة: «ستفتح الأرصفة يوم الاثنين»، ولم تزد.', '"ستفتح الأرصفة يوم الاثنين"'],
    ['Russian', 'Агентство сообщило: «Набережная откроется в понедельник», — и добавило.', '„Набережная откроется в понедельник“, - и добавило'],
    ['Spanish', '—La ribera abrirá el lunes —dijo la alcaldesa.', '“La ribera abrirá el lunes - dijo la alcaldesa.”'],
    ['Turkish', 'Ajans, “Rıhtım İzmir’de pazartesi açılacak” dedi.', "Rıhtım İzmir'de pazartesi açılacak"],
    ['Urdu', 'ایجنسی نے کہا: ”گھاٹ پیر کو کھلے گا۔“ اور بس۔', '"گھاٹ پیر کو کھلے گا۔"'],
    ['Chinese', '市长说：“码头星期一开放。”随后离开。', '「码头星期一开放。」'],
    ['Thai', 'นายกเทศมนตรีกล่าวว่าท่าเรือจะเปิดวันจันทร์', 'ท่าเรือจะเปิดวันจันทร์'],
  ])('in %s', (_language, snapshot, quote) => {
    expect(verified(quote, snapshot)).toBe('verified');
  });
});

describe('a quote is a mismatch', () => {
  it.each([
    ['with one letter changed', 'The quay had been closed sinse the storm.', 'words'],
    ['with one letter in another case', 'the quay had been closed', 'words'],
    ['with a word left out in silence', 'The quay had closed since the storm.', 'words'],
    ['with a word more', 'The old quay had been closed', 'words'],
    ['with another number', 'Repairs cost 1,350,000 crowns.', 'words'],
    ['with a comma moved', 'The quay, had been closed', 'words'],
    ['without its apostrophe', 'Well open the quay', 'words'],
    ['when it begins within a word', 'violent protest', 'part'],
    ['when it ends within a word', 'the non', 'part'],
    ['when it turns a sentence round', 'She was', 'words'],
    ['when it begins within a number', '250,000 crowns', 'part'],
    ['when its pieces come in another order', 'since the storm […] Repairs cost', 'order'],
    ['when its pieces overlap', 'The quay had been […] been closed', 'order'],
  ])('%s', (_how, quote, fault) => {
    const { verification, paragraphs } = compareQuote([quote], REPORT);
    expect(verification).toBe('mismatch');
    expect(paragraphs).toMatchObject([{ found: false, fault }]);
  });

  it('and the difference is told word by word, with the passage that is meant', () => {
    const [check] = compareQuote(['Repairs cost 1,350,000 crowns; the quay has been closed since the storm.'], REPORT).paragraphs;
    expect(check).toMatchObject({
      found: false,
      difference: [
        { in: 'both', text: 'Repairs cost 1,' },
        { in: 'quote', text: '350' },
        { in: 'snapshot', text: '250' },
        { in: 'both', text: ',000 crowns' },
        { in: 'quote', text: '; the ' },
        { in: 'snapshot', text: '. The' },
        { in: 'both', text: 'quay ' },
        { in: 'quote', text: 'has ' },
        { in: 'snapshot', text: 'had' },
        { in: 'both', text: 'been closed since the storm.' },
      ],
    });
    expect(check?.found === false && check.nearest && REPORT.slice(check.nearest.start, check.nearest.end)).toBe(
      'Repairs cost 1,250,000 crowns. The quay had been closed since the storm.',
    );
  });

  it('and the difference is shown of the first fifty of them', () => {
    const { paragraphs } = compareQuote(
      Array.from({ length: 60 }, () => 'Repairs cost 99 crowns.'),
      REPORT,
    );
    expect(paragraphs.map((check) => check.found || check.nearest !== null)).toEqual(paragraphs.map((_check, index) => index < 50));
  });

  it('and nothing is called near that is of another report', () => {
    const [check] = compareQuote(['Bananas grow in the garden of my aunt'], REPORT).paragraphs;
    expect(check).toMatchObject({ found: false, nearest: null });
  });
});

it('a quote without a word is neither', () => {
  expect(compareQuote([], REPORT)).toEqual({ verification: 'unverified', paragraphs: [] });
  expect(verified(['“…”', '[…]'])).toBe('unverified');
});

it('each paragraph is told apart, with its place in the snapshot as it is stored', () => {
  const snapshot = 'One. \u201CTwo\u201D\u00A0three.\n\nFour five.';
  const { verification, paragraphs } = compareQuote(['"Two" three.', 'Six', '“Four […] five'], snapshot);
  expect(verification).toBe('mismatch');
  expect(paragraphs.map(({ found }) => found)).toEqual([true, false, true]);
  expect(placesOf(paragraphs).map(({ start, end }) => snapshot.slice(start, end))).toEqual(['Two\u201D\u00A0three.', 'Four', 'five.'.slice(0, 4)]);
});

describe('of any text', () => {
  // Words of many scripts, with marks and white space of all kinds between them.
  const word = fc.oneof(
    fc.constantFrom(
      'quay',
      'Monday',
      'the',
      'the',
      'storm',
      "can't",
      'déjà',
      'e\u0301te\u0301',
      'رصيف',
      'النّص',
      'набережная',
      'İzmir',
      'گھاٹ',
      '码头',
      'ท่าเรือ',
      '1,250',
      '24',
      '한국',
      'no-one',
      '\u2260',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
  );
  const between = fc.constantFrom(' ', ' ', ' ', '\n', '\u00A0', ', ', '. ', ' “', '” ', ' – ', '… ', '; ', ' «\u00A0', '\u202F» ', '\u200B ', ' \u200F');
  const paragraph = fc
    .array(fc.tuple(word, between), { minLength: 1, maxLength: 25 })
    .map((parts) => parts.map(([one, gap]) => one + gap).join(''))
    .filter(
      (text) =>
        !/\n\s*\n/.test(text) && /[\p{L}\p{N}]/u.test(text.replace(/[\p{Default_Ignorable_Code_Point}"'`\u02B9-\u02BD\u0374]/gu, '')) && !text.includes('\0'),
    );
  const report = fc.array(paragraph, { minLength: 1, maxLength: 8 });

  /** What stands for what; each is as good as the others of its row. */
  const ALIKE = [
    ['“', '"', '”', '«', '»', '„', "'", '’', '‘', '‹', '›', '「'],
    ['–', '—', '-', '−', '―'],
    ['…', '...'],
    [' ', '\u00A0', '\n', '\t', '  ', '\u2009', ' \u200E', '\u3000'],
  ];
  const exchanged = (text: string, choose: (upTo: number) => number) =>
    text.replace(/\.\.\.|[“"”«»„'’‘‹›「–—\-−―…\u00A0\u2009\n\t ]/gu, (mark) => {
      const row = ALIKE.find((one) => one.includes(mark));
      return row?.[choose(row.length)] ?? mark;
    });
  const sprinkled = (text: string, choose: (upTo: number) => number) =>
    [...text].map((one) => one + (['', '', '', '\u00AD', '\u200B', '\u200D', '\u2066', '\uFEFF'][choose(8)] ?? '')).join('');

  it('every paragraph that is cut out of it verifies, whatever marks are exchanged and whatever unseen ones are put in', () => {
    fc.assert(
      fc.property(report, fc.nat(), fc.infiniteStream(fc.nat(1000)), (paragraphs, pick, stream) => {
        const choose = (upTo: number) => (stream.next().value ?? 0) % upTo;
        const snapshot = paragraphs.join('\n\n');
        const cut = paragraphs[pick % paragraphs.length] ?? '';
        for (const quote of [cut, cut.normalize('NFC'), exchanged(cut, choose), sprinkled(cut, choose)]) {
          const { verification, paragraphs: checks } = compareQuote([quote], snapshot);
          expect(verification, JSON.stringify([quote, snapshot])).toBe('verified');
          expectPlaces(quote, checks, snapshot);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a paragraph with one letter changed, or one word more or less, never does', () => {
    const plain = fc.array(fc.constantFrom<string>('quay', 'Monday', 'the', 'storm', 'déjà', 'رصيف', 'набережная', 'گھاٹ', '1250', 'no'), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(plain, fc.nat(), fc.constantFrom('change', 'add', 'drop'), (words, pick, how) => {
        const at = pick % words.length;
        const quote = [...words];
        if (how === 'change') quote[at] = `${quote[at] ?? ''}x`;
        if (how === 'add') quote.splice(at, 0, 'foreign');
        // A word that is dropped at an end, or out of a row of the same words, leaves a quote that is one.
        if (how === 'drop') {
          words[at] = `${words[at] ?? ''}only`;
          words.unshift('first');
          words.push('last');
          quote.splice(at, 1);
          quote.unshift('first');
          quote.push('last');
        }
        const { verification, paragraphs } = compareQuote([quote.join(' ')], words.join(' '));
        expect(verification).toBe('mismatch');
        expectDifference(quote.join(' '), paragraphs);
      }),
      { numRuns: 300 },
    );
  });

  it('the shown difference is the quote, and its own words lead to the passage', () => {
    fc.assert(
      fc.property(report, paragraph, (paragraphs, foreign) => {
        const { paragraphs: checks } = compareQuote([foreign], paragraphs.join('\n\n'));
        for (const check of checks) {
          if (check.found || check.places.length > 0) continue;
          const shown = check.difference
            .filter((run) => run.in !== 'snapshot')
            .map(({ text }) => text)
            .join('');
          expect(foreign).toContain(shown);
        }
      }),
    );
  });
});

describe('a long text takes no long time', () => {
  const megabyte = 1_000_000;
  // With a rule that goes back, each of these would take hours; the limit of the test says so.
  it.each<[string, () => [string[], string]]>([
    ['one word over and over', () => [Array.from({ length: 900 }, (_one, length) => `${'a '.repeat(length + 1)}b`), 'a '.repeat(megabyte / 2)]],
    ['one letter over and over', () => [['a'.repeat(100_000), 'b'], 'a'.repeat(megabyte)]],
    ['nothing but white space', () => [[' '.repeat(100_000) + 'a'], `${' '.repeat(megabyte)}a`]],
    ['nothing but what nobody sees', () => [['\u034F\u200B'.repeat(40_000) + 'a'], `a${'\u034F\u200B'.repeat(megabyte / 2)}`]],
    ['nothing but quotation marks', () => [['"'.repeat(100_000) + 'a'], '" '.repeat(megabyte / 2)]],
    ['nothing but dots', () => [['. '.repeat(50_000) + 'a'], '. '.repeat(megabyte / 2)]],
    ['nothing but dashes', () => [['-'.repeat(100_000) + 'a'], '-\u00AD'.repeat(megabyte / 2)]],
    ['a letter with marks without end', () => [[`e${'\u0301'.repeat(10_000)}`], `e${'\u0301'.repeat(megabyte / 10)}`]],
    ['brackets over and over', () => [['[… '.repeat(30_000), '[…] a '.repeat(20_000)], '[… '.repeat(megabyte / 4)]],
    ['many pieces that never come', () => [Array.from({ length: 900 }, () => 'a […] a […] b'), 'a '.repeat(megabyte / 2)]],
    ['the longest paragraph of other words', () => [['q s '.repeat(50_000)], 'the q on '.repeat(megabyte / 9)]],
    ['a long paragraph of other words', () => [['quay storm '.repeat(9_000)], 'storm the quay on '.repeat(megabyte / 18)]],
  ])('%s', (_what, texts) => {
    const [quote, snapshot] = texts();
    expect(['verified', 'mismatch']).toContain(compareQuote(quote, snapshot).verification);
  });
});

function placesOf(paragraphs: readonly ParagraphCheck[]) {
  return paragraphs.flatMap(({ places }) => places);
}

/** What the places name is found again when it is quoted, and lies in the snapshot in the order of the quote. */
function expectPlaces(_quote: string, checks: Comparison['paragraphs'], snapshot: string): void {
  for (const { start, end } of placesOf(checks)) {
    expect(start).toBeLessThan(end);
    const again = compareQuote([snapshot.slice(start, end)], snapshot);
    expect(again.paragraphs[0]?.found).toBe(true);
  }
}

function expectDifference(quote: string, checks: Comparison['paragraphs']): void {
  for (const check of checks) {
    if (check.found) continue;
    expect(check.difference.some((run) => run.in !== 'both')).toBe(true);
    expect(
      check.difference
        .filter((run) => run.in !== 'snapshot')
        .map(({ text }) => text)
        .join(''),
    ).toBe(quote);
  }
}

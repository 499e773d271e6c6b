import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoryJson } from '../../src/import/importer.ts';
import { counterpoint, testEnvironment, type Answer, type Place } from '../helpers/commandLine.ts';
import { docxFile, paragraph, run } from '../helpers/docxFile.ts';
import { storyDocument } from '../helpers/storyDocument.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

interface Report {
  documents: {
    file: string;
    title: string | null;
    action: string;
    articleId: string | null;
    warnings: { line: number; message: string }[];
    unplaced: string[];
  }[];
  failed: { file: string; line: number | null; reason: string }[];
  skipped?: string[];
}

let place: Place;
beforeEach(() => {
  place = testEnvironment();
});
afterEach(() => place.remove());

const reportOf = (answer: Answer): Report => JSON.parse(answer.stdout) as Report;
const actions = (answer: Answer): string[] => reportOf(answer).documents.map(({ action }) => action);
const imports = (...given: string[]): Promise<Answer> => counterpoint(place, ['import', '--json', ...given]);

describe('importing', () => {
  it('twice changes nothing, and a changed file updates its draft', async () => {
    place.write('a.md', storyDocument());
    place.write('b.md', storyDocument({ title: 'A tap in the park', comment: 'Water is news to nobody.' }));
    const first = await imports('.');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(actions(first)).toEqual(['created', 'created']);
    const again = await imports('.');
    expect(again.code).toBe(0);
    expect(actions(again)).toEqual(['unchanged', 'unchanged']);
    place.write('a.md', storyDocument({ comment: 'A bench is a promise; two are a plan.' }));
    const changed = await imports('.');
    expect(actions(changed)).toEqual(['updated', 'unchanged']);
    expect(reportOf(changed).documents.map(({ articleId }) => articleId)).toEqual(reportOf(first).documents.map(({ articleId }) => articleId));
    expect(actions(await imports('.'))).toEqual(['unchanged', 'unchanged']);
  });

  it('prints a document in the shape of the contract', async () => {
    place.write('bench.md', storyDocument({ extra: 'Please hurry.\n\n' }));
    expect(JSON.parse((await imports('bench.md')).stdout)).toEqual({
      documents: [
        {
          file: 'bench.md',
          title: 'A bench by the river',
          language: 'en',
          excerpts: [
            {
              leadIn: 'On 24 May 2024, Harbour Post reported:',
              outlet: 'Harbour Post',
              publishedOn: '2024-05-24',
              publishedOnPartial: null,
              publishedOnInferred: false,
              paragraphs: ['“The city will set up a bench by the river in June,” the mayor said.'],
            },
          ],
          commentaries: [
            {
              paragraphs: ['A bench is a promise that somebody may **stay**.'],
              authors: [{ name: 'Ana Lind', role: 'Member of the Board' }],
              capacity: 'Member of the Board',
            },
          ],
          writtenFor: 'River Forum',
          outlets: ['Quillbay Today', 'Lowmere Notes'],
          unplaced: ['Please hurry.'],
          images: [],
          warnings: [{ line: 3, message: expect.stringContaining('Please hurry.') as string }],
          action: 'created',
          articleId: expect.any(String) as string,
        },
      ],
      failed: [],
    });
  });

  it('the same text under another name is a duplicate, unless that is wanted', async () => {
    place.write('one.md', storyDocument());
    place.write('two.md', storyDocument());
    const found = await imports('.');
    expect(found.code).toBe(0);
    expect(actions(found)).toEqual(['created', 'duplicate']);
    expect(reportOf(found).documents[1]?.articleId).toBe(reportOf(found).documents[0]?.articleId);
    expect(actions(await imports('--allow-duplicates', 'two.md'))).toEqual(['created']);
  });

  it('a dry run saves nothing, not even a database', async () => {
    place.write('a.md', storyDocument());
    const answer = await imports('--dry-run', 'a.md');
    expect(answer.code).toBe(0);
    expect(reportOf(answer).documents).toMatchObject([{ action: 'parsed', articleId: null }]);
    expect(actions(await imports('a.md'))).toEqual(['created']);
  });

  it('with a source a document stays the same one when its folder moves', async () => {
    place.write('here/sub/a.md', storyDocument());
    place.write('there/sub/a.md', storyDocument());
    expect(actions(await imports('--source', 'letters', 'here'))).toEqual(['created']);
    expect(actions(await imports('--source', 'letters', 'there'))).toEqual(['unchanged']);
  });

  it('standard input is a document with a source and a name', async () => {
    const given = ['import', '-', '--json', '--source', 'desk', '--name', 'bench.md'];
    const first = await counterpoint(place, given, storyDocument());
    expect(reportOf(first).documents).toMatchObject([{ file: 'bench.md', action: 'created' }]);
    expect(actions(await counterpoint(place, given, storyDocument()))).toEqual(['unchanged']);
  });

  it('word-processor, web and Arabic documents come in like any other, told by their content and their labels', async () => {
    const words = [
      'The last tram',
      'News',
      'On 24 May 2024, Harbour Post reported:',
      '“It runs.”',
      'Comment',
      'Good.',
      'Written for the River Forum by',
      'Ana Lind',
      'Chair',
    ];
    place.write('a.docx', Buffer.from(docxFile(words.map((text) => paragraph(run(text))).join(''))));
    place.write(
      'b.html',
      '<!doctype html><h1>A page</h1><h2>News</h2><p>On 24 May 2024, Harbour Post reported:</p><p>“Two<br>lines.”</p><h2>Comment</h2><p>A <b>bold</b> <a href="https://x.example">link</a>.</p><p>By Ana Lind</p>',
    );
    place.write(
      'c.txt',
      'عنوان\n\nالخبر:\nفي ٢٤ مايو ٢٠٢٤، ذكرت صحيفة المرفأ:\n«نص»\n\nالتعليق:\nرأي.\n\nكُتب لصالح منتدى البحيرة بقلم\nسلمى الحدّاد\nعضو المجلس\n',
    );
    place.write('d.txt', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x2c, 0x20, 0xec, 0xe8, 0xf0]));
    const answer = await imports('a.docx', 'b.html', 'c.txt');
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(actions(answer)).toEqual(['created', 'created', 'created']);
    const found = reportOf(answer).documents as unknown as (StoryJson & { language: string })[];
    expect(found.map(({ title, language }) => [title, language])).toEqual([
      ['The last tram', 'en'],
      ['A page', 'en'],
      ['عنوان', 'ar'],
    ]);
    expect(found.map(({ excerpts }) => excerpts.map(({ outlet, publishedOn, paragraphs }) => [outlet, publishedOn, ...paragraphs]))).toEqual([
      [['Harbour Post', '2024-05-24', '“It runs.”']],
      [['Harbour Post', '2024-05-24', '“Two\nlines.”']],
      [['صحيفة المرفأ', '2024-05-24', '«نص»']],
    ]);
    expect(found.map(({ commentaries }) => commentaries[0]?.authors)).toEqual([
      [{ name: 'Ana Lind', role: 'Chair' }],
      [{ name: 'Ana Lind', role: null }],
      [{ name: 'سلمى الحدّاد', role: 'عضو المجلس' }],
    ]);
    expect(actions(await imports('a.docx', 'b.html', 'c.txt'))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    const named = await imports('--encoding', 'windows-1251', '--language', 'ru', '--dry-run', 'd.txt');
    expect(reportOf(named).documents).toMatchObject([{ language: 'ru', unplaced: ['Привет, мир'] }]);
    expect(await imports('--encoding', 'klingon', 'd.txt')).toMatchObject({ code: 2, stdout: '' });
  });

  it('one bad file stops nothing: each is named with its line and its reason', async () => {
    place.write('a.md', Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a]));
    place.write('b.md', storyDocument());
    place.write('c.pdf', 'no');
    place.write('d.md', storyDocument({ quote: 'A paragraph.\n\n'.repeat(1001), comment: 'Another text.' }));
    place.write('.hidden.md', 'no');
    symlinkSync('.', join(place.folder, 'loop'));
    place.write('f.txt', 'a'.repeat(21 * 1024 * 1024));
    symlinkSync('/dev/zero', join(place.folder, 'g.txt'));
    mkdirSync(join(place.folder, 'inner'));
    symlinkSync(join(place.folder, 'b.md'), join(place.folder, 'inner', 'out.md'));
    place.write('e.pdf', 'no');
    const answer = await imports('.', 'gone.md', 'e.pdf');
    expect(answer.code).toBe(1);
    expect(actions(answer)).toEqual(['created']);
    const { failed, skipped } = reportOf(answer);
    expect(failed.map(({ file, line }) => [file, line])).toEqual(
      expect.arrayContaining([
        ['a.md', 2],
        ['d.md', null],
        ['e.pdf', null],
        ['f.txt', null],
        ['g.txt', null],
        ['gone.md', null],
      ]),
    );
    expect(failed).toHaveLength(6);
    expect(reportOf(await imports('inner'))).toMatchObject({
      documents: [],
      failed: [{ file: 'inner/out.md', reason: expect.stringContaining('out of the folder') as string }],
    });
    expect(reportOf(await imports('/dev/zero')).failed).toHaveLength(1);
    expect(skipped).toEqual(['c.pdf']);
    const plain = await counterpoint(place, ['import', 'a.md']);
    expect(plain.stderr).toMatch(/^a\.md:2: .*UTF-8.*\n$/);
    expect(plain.stderr).not.toContain('    at ');
  });

  it('names are matched across documents, and one that fits several is left to an editor', async () => {
    place.write('a.md', storyDocument({ outlet: 'Astrel Observer', comment: 'One.' }));
    place.write('b.md', storyDocument({ outlet: 'the Astrel Observer Ltd', comment: 'Two.' }));
    const answer = await imports('.');
    expect(actions(answer)).toEqual(['created', 'created']);
    expect(reportOf(answer).documents.flatMap(({ warnings }) => warnings)).toEqual([]);
  });
});

describe('publishing what is imported', () => {
  it('needs somebody who may, and reports the stories that are not ready', async () => {
    const password = 'a long enough password\n';
    await counterpoint(place, ['user', 'create', '--email', 'editor@news.example', '--role', 'editor'], password);
    await counterpoint(place, ['user', 'create', '--email', 'writer@news.example', '--role', 'writer'], password);
    place.write('ready.md', storyDocument());
    place.write('unsigned.md', storyDocument({ title: 'Who wrote this', author: null, comment: 'Nobody.' }));
    for (const as of ['writer@news.example', 'nobody@news.example']) {
      const refused = await imports('--publish', '--as', as, '.');
      expect(refused).toMatchObject({ code: 2, stdout: '' });
    }
    const answer = await imports('--publish', '--as', 'Editor@news.example', '.');
    expect(answer.code).toBe(1);
    expect(actions(answer)).toEqual(['created', 'created']);
    expect(reportOf(answer).failed).toEqual([{ file: 'unsigned.md', line: null, reason: expect.stringContaining('no author') as string }]);
    expect(actions(await imports('--publish', '--as', 'editor@news.example', 'ready.md'))).toEqual(['unchanged']);
    place.write('ready.md', storyDocument({ comment: 'A bench, and another text.' }));
    const conflict = await imports('ready.md');
    expect(conflict.code).toBe(1);
    expect(actions(conflict)).toEqual(['conflict']);
  });
});

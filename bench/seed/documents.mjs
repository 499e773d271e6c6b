/** Without this file there would be nothing to import: invented documents of about 6 KB, as a newsroom's archive holds them, the same in every run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraph } from './texts.mjs';

const agencies = [
  'Quay Wire',
  'Harbour Post',
  'Northmoor Agency',
  'Salt Works Gazette',
  'The River Bulletin',
  'Astrel Herald',
  'Lowmere Press',
  'Vale Courier',
];
const people = ['Ines Marlow', 'Ana Lind', 'Ben Okoro', 'Mara Tellis', 'Jon Averill', 'Dita Sorel', 'Pell Hanway', 'Rosa Quint', 'Edda Voss', 'Tam Ridley'];
const roles = ['Member of the town council', 'Chair of the River Forum', 'Editor of the Lowmere Notes'];
const organisations = ['Tidal Forum', 'River Forum', 'Upper Valley Society'];
const sites = ['Quillbay Today', 'Lowmere Notes', 'Old Bridge Letters', 'Quay Notes'];

/** The document of a number: one news part, or two; one comment; outlets and authors that come again and again. */
export function documentText(number) {
  const reports = number % 10 === 0 ? [number, number + 3] : [number];
  const news = reports.map((each) => `## News\n\n${leadIn(each)}\n\n“${paragraphs(each * 3 + 1, 6, 3)}”`).join('\n\n');
  const comment = `## Comment\n\n${paragraphs(number * 7 + 5, 7, 6)}`;
  const signOff = `Written for the ${pick(organisations, number)} by\n\n${pick(people, number)}\n\n${pick(roles, number % people.length)}`;
  return `# Story ${number}: ${paragraph(number, 1).slice(0, 48).trimEnd()}\n\n${news}\n\n${comment}\n\n${signOff}\n\n${pick(sites, number)} | ${pick(sites, number + 1)}\n`;
}

/** A document `times` as long as the usual one, in as many parts. */
export function longDocument(times) {
  const parts = Array.from({ length: times }, (_, index) => documentText(index + 1).replace(/^# .*\n/, ''));
  return `# A long story\n${parts.join('\n')}`;
}

/** Writes `count` documents into `folder`, in folders of a thousand. */
export function writeDocuments(folder, count) {
  for (let number = 1; number <= count; number += 1) {
    const shelf = join(folder, String(Math.ceil(number / 1000)).padStart(3, '0'));
    if (number % 1000 === 1) mkdirSync(shelf, { recursive: true });
    writeFileSync(join(shelf, `${String(number).padStart(6, '0')}.md`), documentText(number));
  }
}

function leadIn(number) {
  return `On ${1 + (number % 28)} March 2024, ${pick(agencies, number)} reported:`;
}

function paragraphs(number, count, sentences) {
  return Array.from({ length: count }, (_, index) => paragraph(number + index * 13, sentences)).join('\n\n');
}

function pick(list, number) {
  return list[number % list.length];
}

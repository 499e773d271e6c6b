/** Without this file there would be nothing to measure with: invented stories of the length that newsrooms send. */

const places = ['harbour', 'market hall', 'upper valley', 'old bridge', 'river ward', 'north quay', 'station square', 'salt works'];
const matters = ['opening hours', 'a new footpath', 'the winter timetable', 'repairs to the roof', 'the price of moorings', 'a school garden'];
const voices = ['the council', 'a resident', 'the engineer', 'the association', 'a spokeswoman', 'the committee'];

/** A sentence that is another one for another `number`. */
export function sentence(number) {
  return `${capital(pick(voices, number))} said that ${pick(matters, number * 7 + 3)} near the ${pick(places, number * 5 + 1)} would be settled within ${2 + (number % 28)} days.`;
}

/** `count` sentences in a row. */
export function paragraph(number, count) {
  return Array.from({ length: count }, (_, index) => sentence(number * 31 + index * 17)).join(' ');
}

/** A news excerpt on `outlet`: five paragraphs of a report. */
export function excerptData(number, outlet) {
  const day = String(1 + (number % 28)).padStart(2, '0');
  return {
    outlet,
    title: `${capital(pick(matters, number))} at the ${pick(places, number)}`,
    url: `https://wire.example/reports/${number}`,
    publishedOn: `2024-03-${day}`,
    leadIn: `On ${Number(day)} March, the wire reported:`,
    quote: Array.from({ length: 5 }, (_, index) => paragraph(number + index * 13, 3)),
    language: 'en',
  };
}

/** A commentary by `authors` on `excerpts`: six paragraphs. */
export function commentaryData(number, authors, excerpts) {
  const paragraphs = Array.from({ length: 6 }, (_, index) => paragraph(number + index * 11 + 5, 4));
  return { body: richText(paragraphs), authors, capacity: 'Member of the town council', respondsTo: excerpts, language: 'en' };
}

/** An article that binds them. */
export function articleData(number, { excerpts, commentaries, outlets, topics, writtenFor }) {
  return {
    title: `${capital(pick(places, number))}, story ${number}`,
    language: 'en',
    summary: sentence(number),
    excerpts,
    commentaries,
    outlets,
    topics,
    writtenFor,
  };
}

/** The editor's own shape for plain paragraphs. */
function richText(paragraphs) {
  const block = { version: 1, direction: 'ltr', format: '', indent: 0 };
  const text = (words) => ({ type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' });
  return {
    root: {
      ...block,
      type: 'root',
      children: paragraphs.map((words) => ({ ...block, type: 'paragraph', textFormat: 0, textStyle: '', children: [text(words)] })),
    },
  };
}

function pick(list, number) {
  return list[number % list.length];
}

function capital(words) {
  return words[0].toUpperCase() + words.slice(1);
}

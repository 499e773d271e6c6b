/** Without this file a direction mark inside a date would hide the date: words as they are recognised, with the way back to the text as it stands. */

/** Words without characters that print nothing, in normalisation form C and without Arabic vowel signs and tatweel. */
export interface Readable {
  words: string;
  /** Where in the text the character at `index` of `words` begins; what prints nothing goes to the character after it. */
  back: (index: number) => number;
}

const mayDiffer = /[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]|\p{M}/u;
const printsNothing = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/;
const vowelSign = /[\u064b-\u0652\u0670]|\u0640/;
const mark = /\p{M}/u;

/** `text` for recognising words in it; never for keeping them. */
export function readable(text: string): Readable {
  if (!mayDiffer.test(text)) return { words: text, back: (index) => index };
  const starts: number[] = [];
  let words = '';
  let letter = '';
  let start = 0;
  let at = 0;
  const close = (): void => {
    if (letter === '') return;
    const composed = letter.normalize('NFC');
    for (let unit = 0; unit < composed.length; unit += 1) starts.push(start);
    words += composed;
    letter = '';
    start = at;
  };
  for (const character of text) {
    if (printsNothing.test(character)) close();
    else if (!vowelSign.test(character)) {
      if (!mark.test(character)) close();
      letter += character;
    }
    at += character.length;
  }
  close();
  starts.push(start);
  return { words, back: (index) => starts[Math.min(index, starts.length - 1)] ?? start };
}

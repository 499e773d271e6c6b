/** Without this file there would be no words to write an archive with, nor any of which it is known how many stories have them. */

const VOCABULARY = 20_000;
/** Of so many stories one says a word that few others say. */
const RARE = 2_000;

/** How a language's words begin and go on, and of 20 stories how many are in it. */
export const languages = [
  {
    language: 'en',
    share: 10,
    begin: 'ba co de fa go har in lo mar no pre quay ri sal te un ver wa'.split(' '),
    go: 'ble cil dor end fer ging her ing ket lan men ner on port ring sen ter ward'.split(' '),
  },
  {
    language: 'fr',
    share: 4,
    begin: 'bé ca dé fleu gran hô ju lé ma né pa quai ré sé tra vil'.split(' '),
    go: 'bleau cien dre elle geur ille lité ment nier oise pont que rier ssage teur ville'.split(' '),
  },
  {
    language: 'es',
    share: 2,
    begin: 'ba ca de en fa gue hi jun la mu ni pue ri se tra vi'.split(' '),
    go: 'bre ción dad entes gar illo lero miento nal oso pio que ría sión tor zona'.split(' '),
  },
  {
    language: 'ru',
    share: 2,
    begin: 'бе во го до жи за ка ле мо на па ре со ти у хо'.split(' '),
    go: 'вание город дать ение жный ка лить мост ник ость пор рый ство тель ция щина'.split(' '),
  },
  {
    language: 'ar',
    share: 1,
    begin: 'ال با تا جا حا خا دا را سا شا صا طا عا فا قا ما'.split(' '),
    go: 'بة ته جد حر خل دن رس سم شق صف طر عد فة قل مة ون'.split(' '),
  },
  {
    language: 'tr',
    share: 1,
    begin: 'ba çar de gö ha iş ka li ma oku pa sa şe ta ül ya'.split(' '),
    go: 'can ciler dır evi gün lık ler mak nun oğlu parça rı sız tüm ümü yor'.split(' '),
  },
].map((one) => ({ ...one, words: vocabulary(one) }));
/** The word of a language that stories have with this chance (0 to 1): one half as often as another stands twice as far down. */
export function wordBy(words, chance) {
  return words[Math.floor(VOCABULARY ** chance) - 1];
}

/** The rare word of a story. */
export function rareWord(number) {
  return `needle${number % RARE}`;
}

/** Words of English stories by how many have them: all, most, some of a hundred; and one that few have. */
export const asked = {
  common: (turn) => wordOf('en', turn % 5),
  frequent: (turn) => wordOf('en', 30 + (turn % 20)),
  middling: (turn) => wordOf('en', 1_000 + (turn % 500)),
  rare: (turn) => rareWord(turn),
};

function wordOf(language, rank) {
  return languages.find((one) => one.language === language).words[rank];
}

function vocabulary({ begin, go }) {
  return Array.from({ length: VOCABULARY }, (_, number) => {
    const end = Math.floor(number / begin.length);
    const rest = Math.floor(end / go.length);
    return (
      begin[number % begin.length] +
      go[end % go.length] +
      (rest === 0 ? '' : go[rest % go.length]) +
      (rest < go.length ? '' : go[Math.floor(rest / go.length) % go.length])
    );
  });
}

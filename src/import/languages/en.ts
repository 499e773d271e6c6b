/** Without this file the importer would read no English: labels, dates, reporting verbs and sign-offs. */
import type { Language } from './language.ts';

const months = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};
const weekdays = {
  sunday: 0,
  sun: 0,
  monday: 1,
  mon: 1,
  tuesday: 2,
  tue: 2,
  tues: 2,
  wednesday: 3,
  wed: 3,
  thursday: 4,
  thu: 4,
  thurs: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
};

// Capitalised or in capitals only: "may" and "march" are words as well.
const anyOf = (names: object): string =>
  Object.keys(names)
    .sort((a, b) => b.length - a.length)
    .flatMap((name) => [name.charAt(0).toUpperCase() + name.slice(1), name.toUpperCase()])
    .join('|');
const weekday = String.raw`(?:(?<weekday>${anyOf(weekdays)})\.?\s*,?\s+(?:the\s+)?)?`;
const month = String.raw`(?<month>${anyOf(months)})(?![\p{L}\p{N}])\.?`;
const day = String.raw`(?<day>\d{1,2})(?!\d)(?:st|nd|rd|th)?(?![\p{L}])`;
const open = String.raw`(?<![\p{L}\p{N}])`;
const year = String.raw`(?<year>\d{4})(?![\p{L}\p{N}])`;
// After "24 May," a number is the year only if the phrase ends with it: an outlet's name may begin with a number.
const yearAfterDayFirst = String.raw`(?:(?:\s+|,\s+(?=\d{4}\s*(?:[,;:)\]*_]|$)))${year})?`;

export const en: Language = {
  tag: 'en',
  labels: {
    news: ['news', 'the news', 'news item', 'news report'],
    comment: ['comment', 'comments', 'commentary', 'our comment', 'our commentary', 'the comment', 'the commentary'],
  },
  months,
  weekdays,
  datePatterns: [
    new RegExp(String.raw`${open}${weekday}${day}\s+(?:of\s+)?${month}${yearAfterDayFirst}`, 'dgu'),
    new RegExp(String.raw`${open}${weekday}${month}\s+${day}(?:,?\s+${year})?`, 'dgu'),
    new RegExp(String.raw`${open}${weekday}(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?![\p{L}\p{N}-])`, 'dgu'),
    new RegExp(String.raw`${open}${weekday}(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?![\p{L}\p{N}])`, 'dgu'),
  ],
  beforeDate: /(?<![\p{L}\p{N}])(?:[Oo]n|[Dd]ated|[Oo]f)\s+(?:the\s+)?$/du,
  afterDate: /^\s*,?\s*at\s+\d{1,2}(?:[:.]\d{2})?(?:\s*[ap]\.?m\.?)?(?![\p{L}\p{N}])/du,
  spanBeforeDate: /\d{1,2}(?:st|nd|rd|th)?\s*(?:and|to|or|-|–|—|\/)\s*$/du,
  reportingVerb:
    /(?<![\p{L}\p{N}'’-])(?:reported|reports|reporting|wrote|writes|said|says|published|publishes|announced|announces|noted|notes|stated|states|carried|carries|posted|broadcast|broadcasts|informed|informs|quoted|cited|told|explained|warned|claimed|claims|asked|asks)(?![\p{L}\p{N}-])/du,
  outletAfterVerb: 'never',
  opening: new RegExp(
    String.raw`^(?:(?:[Aa]s|[Aa]ccording to|[Ff]rom|[Oo]n (?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|[Ii]n (?:(?:early|mid|late)[\s-])?(?:${anyOf(months)})(?:\s+\d{4})?(?=[\s,])|[Ii]n|(?:[Ee]arlier )?(?:[Tt]his|[Ll]ast) (?:week|month|year)|[Yy]esterday|[Tt]oday|[Rr]ecently)\s*,?\s+)+`,
    'du',
  ),
  passive: /^\s+by\s+/du,
  article: /^the\s+/du,
  auxiliary: /(?:\s+(?:also|has|had|have|is|was|were|recently|further|later|earlier|first|then|yesterday|today|who|which))+$/du,
  signOffs: [
    // "by" at the end of the line; the organisation on one line, then on two.
    /^(?:[Ww]ritten|WRITTEN|[Pp]repared)\s+(?:for|FOR)\s+(?:the\s+|THE\s+)?(?<organisation>\S[^\r\n]{0,199}?)\s+(?:by|BY)\s*:?(?=[\s*_]*(?:[\r\n]|$))/du,
    /^(?:[Ww]ritten|[Pp]repared)\s+for\s+(?:the\s+)?(?<organisation>\S[^\r\n]{0,199}?)\s+by\s*:?\s+(?=\S)/du,
    /^(?:[Ww]ritten|[Pp]repared)\s+for\s+(?:the\s+)?(?<organisation>\S[^\r\n]{0,199}?),?[^\S\r\n]*(?:\r\n|\r|\n)\s*by(?![\p{L}\p{N}])\s*:?/du,
    /^(?:[Ww]ritten|[Pp]repared)\s+for\s+(?:the\s+)?(?<organisation>\S[^\r\n]{0,119}(?:\r\n|\r|\n)[^\r\n]{1,120}?)\s+by\s*:?(?=[\s*_]*(?:[\r\n]|$))/du,
    /^(?:[Ww]ritten|[Pp]repared)\s+by\s*:?\s+(?<name>\S[^\r\n]{0,99}?),?\s+for\s+(?:the\s+)?(?<organisation>\S[^\r\n]{0,119}?)(?=[.*_\s]*(?:[\r\n]|$))/du,
  ],
  bylines: [/^(?:[Ww]ritten\s+by|[Cc]omment(?:ary)?\s+by|By|BY)(?![\p{L}\p{N}])\s*:?\s*/du, /^[Aa]uthors?\s*:\s*/du],
  nameSeparator: /,?\s+and\s+|\s*&\s*|\s*;\s*/dgu,
  onlySeparator: /^(?:and|&)$/du,
  postNominal: /^(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?Sc\.?|B\.?A\.?|M\.?A\.?|MBA|MP|Jr\.?|Sr\.?|KC|QC|OBE|CBE|MBE|Esq\.?)$/du,
  nameParticles: [
    'al',
    'el',
    'bin',
    'bint',
    'ibn',
    'da',
    'de',
    'del',
    'della',
    'den',
    'der',
    'di',
    'dos',
    'du',
    'la',
    'le',
    'ten',
    'ter',
    'van',
    'von',
    'y',
    'e',
  ],
  roleWord:
    /(?<![\p{L}])(?:member|chair|chairman|chairwoman|chairperson|president|director|editor|head|professor|secretary|treasurer|officer|board|council|committee|fellow|spokesperson|spokesman|spokeswoman|founder|adviser|advisor|analyst|columnist|correspondent|coordinator|manager|researcher|engineer|lecturer|trustee|representative|lawyer|reporter|writer)s?(?![\p{L}])/diu,
  footerPhrase:
    /^(?:(?:[Aa]lso\s+)?(?:[Pp]ublished|[Aa]ppears|[Rr]uns)\s+(?:on|in|at)|[Rr]ead\s+(?:it\s+)?(?:also\s+)?(?:on|at|in)|[Ss]ites|[Oo]ur\s+sites)\s*:\s*/du,
};

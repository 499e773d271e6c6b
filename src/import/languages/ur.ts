/** Without this file the importer would read no Urdu: labels, dates, reporting verbs and sign-offs. */
import { dayFirstDates, numbered } from './forms.ts';
import type { Language } from './language.ts';

const months = numbered(['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'], 1);
const weekdays = numbered(['اتوار', 'پیر|سوموار', 'منگل', 'بدھ', 'جمعرات', 'جمعہ|جمعے', 'ہفتہ|ہفتے'], 0);
const forWhom = String.raw`(?:(?:[یہ]ہ\s+)?تحریر\s+)?برائے\s+`;

export const ur: Language = {
  tag: 'ur',
  labels: {
    news: ['خبر', 'خبریں', 'خبرنامہ'],
    comment: ['تبصرہ', 'تبصرے', 'ہمارا تبصرہ'],
  },
  months,
  weekdays,
  datePatterns: dayFirstDates({ months, weekdays, beforeWeekday: String.raw`(?:بروز\s+)?`, afterYear: String.raw`\s?ء` }),
  beforeDate: /(?<![\p{L}\p{N}])(?:مورخہ|بتاریخ)\s+$/du,
  afterDate: /^(?:\s+(?:کو|کے\s+روز|کی\s+اشاعت\s+میں)(?![\p{L}\p{N}]))/du,
  spanBeforeDate: /\p{Nd}{1,2}\s*(?:اور|تا|یا|-|–|—)\s*$/du,
  reportingVerb:
    /(?<![\p{L}\p{N}])(?:اطلاع\s+دی|خبر\s+دی|رپورٹ\s+(?:کیا|دی|شائع\s+کی)|لکھا|بتایا|کہا|شائع\s+کیا|نشر\s+کیا|اعلان\s+کیا|لکھتا\s+ہے|لکھتی\s+ہے|کے\s+مطابق)(?![\p{L}\p{N}])/du,
  outletAfterVerb: 'never',
  opening: /^(?:(?:گزشتہ\s+روز|آج|حال\s+ہی\s+میں|اس\s+ہفتے)\s*[,،]?\s+)+/du,
  passive: /^(?!)/du,
  article: /^(?!)/du,
  auxiliary: /(?:\s+(?:نے|بھی|یہ|یوں|کی\s+جانب\s+سے|ہے\s+کہ|کہ))+$|^(?:نے|یہ|یوں|کہ)$/du,
  signOffs: [
    new RegExp(String.raw`^(?<organisation>\S[^\r\n]{0,199}?)\s+کے\s+(?:لیے|لئے)\s+(?:تحریر|لکھا|لکھی)(?:\s+از)?\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    new RegExp(String.raw`^(?<organisation>\S[^\r\n]{0,199}?)\s+کے\s+(?:لیے|لئے)\s+تحریر(?:\s+از)?\s*:\s*(?=\S)`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s+(?:از|بقلم)\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s*[,،:]\s*(?:از|بقلم)?\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
  ],
  bylines: [/^(?:تحریر|بقلم|از\s+قلم)\s*:?\s+/du],
  nameSeparator: /\s+اور\s+|\s*&\s*|\s*[;؛]\s*/dgu,
  onlySeparator: /^(?:اور|&)$/du,
  postNominal: /^(?:Ph\.?\s?D\.?|پی ایچ ڈی)$/du,
  nameParticles: [],
  roleWord:
    /(?<![\p{L}])(?:رکن|صدر|مدیر|مدیرہ|ایڈیٹر|پروفیسر|سیکرٹری|سیکریٹری|خزانچی|کونسل|کمیٹی|محقق|تجزیہ\s+کار|کالم\s+نگار|نامہ\s+نگار|نمائندہ|انجینئر|وکیل|صحافی|ترجمان|بانی|رابطہ\s+کار|سربراہ|مشیر)(?![\p{L}])/du,
  footerPhrase: /^(?:شائع\s+شدہ|مزید\s+پڑھیے|ویب\s+سائٹس|ہماری\s+ویب\s+سائٹس)\s*:\s*/du,
};

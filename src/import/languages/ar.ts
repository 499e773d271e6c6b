/** Without this file the importer would read no Arabic: labels, dates, reporting verbs and sign-offs. */
import { dayFirstDates, numbered } from './forms.ts';
import type { Language } from './language.ts';

/** As Egypt and the Gulf, the Levant, and the Maghreb name them. */
const months = numbered(
  [
    'يناير|كانون الثاني|جانفي',
    'فبراير|شباط|فيفري',
    'مارس|آذار|اذار',
    'أبريل|ابريل|إبريل|نيسان|أفريل',
    'مايو|أيار|ايار|ماي',
    'يونيو|يونيه|حزيران|جوان',
    'يوليو|يوليه|تموز|جويلية',
    'أغسطس|اغسطس|آب|أوت',
    'سبتمبر|أيلول|ايلول',
    'أكتوبر|اكتوبر|تشرين الأول|تشرين الاول',
    'نوفمبر|تشرين الثاني',
    'ديسمبر|كانون الأول|كانون الاول',
  ],
  1,
);
const weekdays = numbered(['الأحد|الاحد', 'الاثنين|الإثنين', 'الثلاثاء', 'الأربعاء|الاربعاء', 'الخميس', 'الجمعة', 'السبت'], 0);
const bothNames = String.raw`(?:\s*/\s*(?:${Object.keys(months)
  .map((name) => name.replace(' ', String.raw`\s+`))
  .join('|')}))?`;
const written = String.raw`(?:كتبت?|كتبها|كتبه|أعدّ?ت?|أعدها|أعده|حُ?رر)(?:\s+هذا\s+(?:التعليق|المقال|النص))?`;
const forWhom = String.raw`${written}\s+(?:لصالح\s+|لحساب\s+|باسم\s+|من\s+أجل\s+|ل(?:ـ\s*|\s+)?)`;
const byWhom = String.raw`(?:بقلم|بواسطة|من\s+قبل)`;

export const ar: Language = {
  tag: 'ar',
  labels: {
    news: ['الخبر', 'خبر', 'الأخبار', 'أخبار'],
    comment: ['التعليق', 'تعليق', 'التعليقات', 'تعليقات', 'تعليقنا'],
  },
  months,
  weekdays,
  datePatterns: dayFirstDates({
    months,
    weekdays,
    beforeWeekday: String.raw`(?:يوم\s+)?`,
    afterMonth: bothNames,
    of: 'من|عام|سنة',
    afterYear: String.raw`\s?م`,
  }),
  beforeDate: /(?<![\p{L}\p{N}])(?:و?في|و?بتاريخ|من|منذ|بيوم|يوم)\s+(?:يوم\s+)?$/du,
  afterDate: /^\s*[,،]?\s*(?:في\s+)?(?:تمام\s+)?الساعة\s+\p{Nd}{1,2}(?:[:.]\p{Nd}{2})?/du,
  spanBeforeDate: /\p{Nd}{1,2}\s*(?:و|إلى|أو|-|–|—)\s*$/du,
  reportingVerb:
    /(?<![\p{L}\p{N}])[وف]?(?:ذكرت?|كتبت?|أفادت?|نشرت?|أعلنت?|قالت?|نقلت?|أوردت?|صرحت?|بثت?|تقول|يقول|تكتب|يكتب|تفيد|يفيد|جاء\s+في)(?![\p{L}\p{N}])/du,
  outletAfterVerb: 'first',
  opening:
    /^(?:(?:كما|وفقا\s+ل(?:ـ\s*)?|بحسب|حسب|وبحسب|نقلا\s+عن|أمس|اليوم|مؤخرا|هذا\s+الأسبوع|يوم\s+(?:الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)|في\s+شهر\s+\S+)\s*[,،]?\s*)+/du,
  passive: /^(?!)/du,
  article: /^(?!)/du,
  auxiliary:
    /(?:\s+(?:قد|أيضا|مؤخرا|أمس|اليوم|ما\s+يلي|ما\s+يأتي|بما\s+يلي|الخبر\s+التالي|النص\s+التالي|التالي|أن|أنّ|بأن|إن|التي|الذي|قائلة|قائلا))+$|^(?:قد|ما\s+يلي|ما\s+يأتي|بما\s+يلي|أن|بأن|إن|التالي|قائلة|قائلا)$/du,
  signOffs: [
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)[,،]?\s+${byWhom}\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)[,،]?\s+${byWhom}\s*:?\s+(?=\S)`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)[,،]?[^\S\r\n]*(?:(?:\r\n|\r|\n)\s*)+${byWhom}(?![\p{L}\p{N}])\s*:?`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s*:(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
  ],
  bylines: [/^(?:بقلم|بواسطة|كتبها|كتبه)(?![\p{L}\p{N}])\s*:?\s*/du, /^(?:الكاتبة?|المؤلفة?)\s*:\s*/du],
  nameSeparator: /\s+و\s+|\s*&\s*|\s*[;؛]\s*/dgu,
  onlySeparator: /^(?:و|&)$/du,
  postNominal: /^(?:Ph\.?\s?D\.?|دكتوراه)$/du,
  nameParticles: [],
  roleWord:
    /(?<![\p{L}])(?:عضوة?|رئيسة?|مديرة?|محررة?|أستاذة?|أمينة?|باحثة?|محللة?|كاتبة?|صحفية?|صحافية?|مستشارة?|مهندسة?|محامية?|محام|متحدثة?|مؤسسة?|منسقة?|نائبة?|ممثلة?|خبيرة?|مراسلة?)(?![\p{L}])/du,
  footerPhrase: /^(?:(?:كما\s+)?ن?نشر(?:ت)?\s+(?:على|في)|(?:كما\s+)?نشر\s+(?:أيضا\s+)?(?:على|في)|المواقع|مواقعنا)\s*:\s*/du,
};

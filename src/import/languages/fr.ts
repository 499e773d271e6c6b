/** Without this file the importer would read no French: labels, dates, reporting verbs and sign-offs. */
import { anyOf, dayFirstDates, numbered } from './forms.ts';
import type { Language } from './language.ts';

const months = numbered(
  [
    'janvier|janv',
    'février|fevrier|févr|fév',
    'mars',
    'avril|avr',
    'mai',
    'juin',
    'juillet|juil',
    'août|aout',
    'septembre|sept',
    'octobre|oct',
    'novembre|nov',
    'décembre|decembre|déc',
  ],
  1,
);
const weekdays = numbered(['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'], 0);
const forWhom = String.raw`(?:[ÉEé]crit|ÉCRIT|[Rr]édigé|RÉDIGÉ|[Pp]réparé)e?\s+(?:(?:pour|POUR)\s+|au\s+nom\s+(?:de\s+|du\s+|d['’]))(?:la\s+|le\s+|les\s+|[lL]['’])?`;

export const fr: Language = {
  tag: 'fr',
  labels: {
    news: ['actualité', 'actualités', "l'actualité", 'nouvelle', 'nouvelles', 'la nouvelle', 'les nouvelles', 'les faits', 'dépêche', 'la dépêche'],
    comment: ['commentaire', 'commentaires', 'le commentaire', 'les commentaires', 'notre commentaire', 'nos commentaires'],
  },
  months,
  weekdays,
  datePatterns: dayFirstDates({ months, weekdays, afterDay: 'er|ᵉʳ' }),
  beforeDate: /(?<![\p{L}\p{N}])(?:[Ll]e|[Dd]u|[Aa]u|[Dd]e|[Dd]ès\s+le|[Dd]atée?\s+du|[Ee]n\s+date\s+du)\s+$/du,
  afterDate: /^\s*,?\s*à\s+\d{1,2}\s?(?:h|:)\s?(?:\d{2})?(?![\p{L}\p{N}])/du,
  spanBeforeDate: /\d{1,2}(?:er)?\s*(?:et|au|ou|-|–|—|\/)\s*$/du,
  reportingVerb:
    /(?<![\p{L}\p{N}’'-])(?:rapportée?|rapporte|rapportait|rapporta|écrivait|écrit|écrivit|annoncée?|annonce|annonçait|annonça|publiée?|publie|publiait|publia|indiquée?|indique|indiquait|déclarée?|déclare|relatée?|relate|relatait|affirmée?|affirme|signalée?|signale|signalait|diffusée?|révélée?|révèle|révélait|note|notée?|notait|informée?|informe|informait|dit|disait|titrait|titre)(?![\p{L}\p{N}-])/du,
  outletAfterVerb: 'otherwise',
  opening: new RegExp(
    String.raw`^(?:(?:[Cc]omme\s+l['’](?:a|avait)?|[Cc]omme|[Ss]elon|[Dd]['’]après|[Dd]ans(?=\s+(?:l['’]|la|le|les)[\s\p{Lu}])|[Ee]n\s+(?:${anyOf(months)})(?:\s+\d{4})?(?=[\s,])|[Hh]ier|[Aa]ujourd['’]hui|[Rr]écemment|[Cc]ette\s+semaine|[Ll]e\s+(?:${anyOf(weekdays)}))\s*,?\s*)+`,
    'du',
  ),
  passive: /^\s+par\s+/du,
  article: /^(?:la\s+|le\s+|les\s+|l['’])/du,
  auxiliary:
    /(?:\s+(?:a|avait|est|était|ont|aussi|également|récemment|ensuite|hier|qui|ce\s+qui\s+suit|le\s+texte\s+suivant|que|en\s+ces\s+termes))+$|^(?:l['’])?(?:a|avait|qui|que|ce\s+qui\s+suit|le\s+texte\s+suivant|en\s+ces\s+termes)$/du,
  signOffs: [
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s*,?\s+(?:par|PAR)\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s*,?\s+par\s*:?\s+(?=\S)`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?),?[^\S\r\n]*(?:\r\n|\r|\n)\s*par(?![\p{L}\p{N}])\s*:?`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,119}(?:\r\n|\r|\n)[^\r\n]{1,120}?)\s+par\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    /^(?:[ÉEé]crit|[Rr]édigé)e?\s+par\s*:?\s+(?<name>\S[^\r\n]{0,99}?),?\s+pour\s+(?:la\s+|le\s+|les\s+|l['’])?(?<organisation>\S[^\r\n]{0,119}?)(?=[.*_\s]*(?:[\r\n]|$))/du,
  ],
  bylines: [/^(?:[ÉEé]crite?\s+par|[Rr]édigée?\s+par|[Cc]ommentaire\s+de|Par|PAR)(?![\p{L}\p{N}])\s*:?\s*/du, /^[Aa]ut(?:eur|rice)e?s?\s*:\s*/du],
  nameSeparator: /,?\s+et\s+|\s*&\s*|\s*;\s*/dgu,
  onlySeparator: /^(?:et|&)$/du,
  postNominal: /^(?:Ph\.?\s?D\.?|[Dd]octeure?|MBA|fils|père)$/du,
  nameParticles: ['de', 'du', 'des', 'la', 'le', 'al', 'el', 'ben', 'bin', 'van', 'von', 'da', 'di', "d'", 'd’'],
  roleWord:
    /(?<![\p{L}])(?:membre|présidente?|directeur|directrice|rédacteur|rédactrice|secrétaire|trésorière?|professeure?|conseil|conseillère?|comité|chercheure?|chercheuse|analyste|chroniqueu(?:r|se)|correspondante?|responsable|ingénieure?|avocate?|journaliste|porte-parole|fondat(?:eur|rice)|coordinat(?:eur|rice)|déléguée?)s?(?![\p{L}])/diu,
  footerPhrase: /^(?:(?:[Aa]ussi\s+)?[Pp]ublié(?:e)?\s+(?:sur|dans)|[ÀAà]\s+lire\s+(?:aussi\s+)?sur|[Ss]ites|[Nn]os\s+sites)\s*:\s*/du,
};

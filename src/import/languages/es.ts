/** Without this file the importer would read no Spanish: labels, dates, reporting verbs and sign-offs. */
import { anyOf, dayFirstDates, numbered } from './forms.ts';
import type { Language } from './language.ts';

const months = numbered(
  [
    'enero|ene',
    'febrero|feb',
    'marzo|mar',
    'abril|abr',
    'mayo',
    'junio|jun',
    'julio|jul',
    'agosto|ago',
    'septiembre|setiembre|sept|sep',
    'octubre|oct',
    'noviembre|nov',
    'diciembre|dic',
  ],
  1,
);
const weekdays = numbered(['domingo', 'lunes', 'martes', 'miércoles|miercoles', 'jueves', 'viernes', 'sábado|sabado'], 0);
const forWhom = String.raw`(?:[Ee]scrito|ESCRITO|[Rr]edactado|[Pp]reparado)\s+(?:para|PARA)\s+(?:el\s+|la\s+|los\s+|las\s+)?`;

export const es: Language = {
  tag: 'es',
  labels: {
    news: ['noticia', 'noticias', 'la noticia', 'las noticias', 'los hechos'],
    comment: ['comentario', 'comentarios', 'el comentario', 'los comentarios', 'nuestro comentario', 'nuestros comentarios'],
  },
  months,
  weekdays,
  datePatterns: dayFirstDates({ months, weekdays, afterDay: String.raw`\.?[ºo]`, of: 'del?' }),
  beforeDate: /(?<![\p{L}\p{N}])(?:[Ee]l|[Dd]el|[Dd]e|[Cc]on\s+fecha(?:\s+de)?)\s+(?:día\s+)?$/du,
  afterDate: /^\s*,?\s*a\s+las\s+\d{1,2}(?:[:.]\d{2})?(?:\s*h)?(?![\p{L}\p{N}])/du,
  spanBeforeDate: /\d{1,2}\s*(?:y|al|a|o|-|–|—|\/)\s*$/du,
  reportingVerb:
    /(?<![\p{L}\p{N}-])(?:informó|informa|informaba|informado|escribió|escribe|escribía|escrito|publicó|publica|publicado|anunció|anuncia|anunciado|señaló|señala|señalado|indicó|indica|indicado|dijo|dice|reportó|reporta|afirmó|afirma|contó|cuenta|relató|relata|difundió|difunde|recogió|recoge|reveló|revela|comunicó|comunica)(?![\p{L}\p{N}-])/du,
  outletAfterVerb: 'otherwise',
  opening: new RegExp(
    String.raw`^(?:(?:[Ss]egún|[Cc]omo|[Dd]e\s+acuerdo\s+con|[Ee]n\s+(?:${anyOf(months)})(?:\s+de)?(?:\s+\d{4})?(?=[\s,])|[Aa]yer|[Hh]oy|[Rr]ecientemente|[Ee]sta\s+semana|[Ee]l\s+(?:${anyOf(weekdays)}))\s*,?\s*)+`,
    'du',
  ),
  passive: /^\s+por\s+/du,
  article: /^(?:el|la|los|las)\s+/du,
  auxiliary:
    /(?:\s+(?:ha|había|fue|también|recientemente|luego|ayer|que|lo\s+siguiente|el\s+siguiente\s+texto))+$|^(?:ha|había|fue|que|lo\s+siguiente|el\s+siguiente\s+texto)$/du,
  signOffs: [
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s*,?\s+(?:por|POR)\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?)\s*,?\s+por\s*:?\s+(?=\S)`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,199}?),?[^\S\r\n]*(?:\r\n|\r|\n)\s*por(?![\p{L}\p{N}])\s*:?`, 'du'),
    new RegExp(String.raw`^${forWhom}(?<organisation>\S[^\r\n]{0,119}(?:\r\n|\r|\n)[^\r\n]{1,120}?)\s+por\s*:?(?=[\s*_]*(?:[\r\n]|$))`, 'du'),
    /^(?:[Ee]scrito|[Rr]edactado)\s+por\s*:?\s+(?<name>\S[^\r\n]{0,99}?),?\s+para\s+(?:el\s+|la\s+|los\s+|las\s+)?(?<organisation>\S[^\r\n]{0,119}?)(?=[.*_\s]*(?:[\r\n]|$))/du,
  ],
  bylines: [/^(?:[Ee]scrito\s+por|[Cc]omentario\s+de|Por|POR)(?![\p{L}\p{N}])\s*:?\s*/du, /^[Aa]utor(?:a|es|as)?\s*:\s*/du],
  nameSeparator: /,?\s+[ye]\s+|\s*&\s*|\s*;\s*/dgu,
  onlySeparator: /^(?:[ye]|&)$/du,
  postNominal: /^(?:Ph\.?\s?D\.?|MBA|hijo|padre)$/du,
  nameParticles: ['de', 'del', 'la', 'las', 'los', 'da', 'di', 'y', 'e', 'van', 'von', 'al', 'el'],
  roleWord:
    /(?<![\p{L}])(?:miembro|president[ea]|director|directora|editor|editora|redactor|redactora|secretari[oa]|tesorer[oa]|profesor|profesora|consejo|consejer[oa]|comité|investigador|investigadora|analista|columnista|corresponsal|responsable|ingenier[oa]|abogad[oa]|periodista|portavoz|fundador|fundadora|coordinador|coordinadora|vocal|jef[ea])(?:e?s)?(?![\p{L}])/diu,
  footerPhrase: /^(?:(?:[Tt]ambién\s+)?[Pp]ublicado\s+(?:en|por)|[Ll]éalo\s+(?:también\s+)?en|[Ss]itios|[Nn]uestros\s+sitios)\s*:\s*/du,
};

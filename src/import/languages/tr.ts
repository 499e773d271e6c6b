/** Without this file the importer would read no Turkish: labels, dates, reporting verbs and sign-offs. */
import { anyOf, dayFirstDates, numbered } from './forms.ts';
import type { Language } from './language.ts';

const months = numbered(['ocak', 'şubat', 'mart', 'nisan', 'mayıs|mayis', 'haziran', 'temmuz', 'ağustos', 'eylül', 'ekim', 'kasım|kasim', 'aralık|aralik'], 1);
const weekdays = numbered(['pazar', 'pazartesi', 'salı|sali', 'çarşamba', 'perşembe', 'cuma', 'cumartesi'], 0);

export const tr: Language = {
  tag: 'tr',
  labels: {
    news: ['haber', 'haberler', 'gündem'],
    comment: ['yorum', 'yorumlar', 'yorumumuz'],
  },
  months,
  weekdays,
  datePatterns: dayFirstDates({ months, weekdays }),
  beforeDate: /(?<![\p{L}\p{N}])(?:[Tt]arihi)\s+$/du,
  afterDate:
    /^(?:['’]?(?:[dt][ae]|[dt][ae]n|nde|nda))?(?![\p{L}\p{N}])(?:\s+(?:tarihinde|tarihli|günü|sabahı|akşamı)(?![\p{L}\p{N}]))?(?:\s*,?\s*saat\s+\d{1,2}[:.]\d{2}(?:['’]?[dt][ae])?)?/du,
  spanBeforeDate: /\d{1,2}\s*(?:ve|ile|veya|-|–|—|\/)\s*$/du,
  reportingVerb:
    /(?<![\p{L}\p{N}-])(?:bildirdi|bildiriyor|bildirmişti|yazdı|yazıyor|yazmıştı|duyurdu|duyuruyor|aktardı|aktarıyor|açıkladı|açıklıyor|yayımladı|yayınladı|yayımlandı|haber\s+verdi|belirtti|belirtiyor|söyledi|kaydetti|geçti)(?![\p{L}\p{N}-])/du,
  outletAfterVerb: 'never',
  opening: new RegExp(
    String.raw`^(?:(?:(?:${anyOf(months)})\s+(?:\d{4}\s+)?ayında|[Dd]ün|[Bb]ugün|[Gg]eçenlerde|[Bb]u\s+hafta|(?:${anyOf(weekdays)})\s+günü)\s*,?\s+)+`,
    'du',
  ),
  passive: /^(?!)/du,
  article: /^(?!)/du,
  auxiliary:
    /(?:\s+(?:şöyle|şunu|şunları|şu|haberi|da|de|ayrıca|bugün|dün|göre|tarafından))+$|['’](?:ya|ye|a|e|na|ne)\s+göre$|['’](?:n[ıiuü]n|[ıiuü]n)\s+haberine\s+göre$/du,
  signOffs: [
    /^(?<organisation>\p{Lu}[^\r\n]{0,199}?)\s+(?:için|adına)\s+(?:yazan(?:lar)?|kaleme\s+alan(?:lar)?|hazırlayan(?:lar)?)\s*:?(?=[\s*_]*(?:[\r\n]|$))/du,
    /^(?<organisation>\p{Lu}[^\r\n]{0,199}?)\s+(?:için|adına)\s+(?:yazan(?:lar)?|kaleme\s+alan(?:lar)?|hazırlayan(?:lar)?)\s*:?\s+(?=\S)/du,
    /^(?<organisation>\p{Lu}[^\r\n]{0,119}?)\s+(?:için|adına)\s+(?<name>\p{Lu}[^\r\n]{0,99}?)\s+(?:yazdı|kaleme\s+aldı|tarafından\s+(?:yazıldı|yazılmıştır|hazırlandı))(?=[.*_\s]*(?:[\r\n]|$))/du,
  ],
  bylines: [/^(?:[Yy]azan(?:lar)?|YAZAN|[Yy]azar(?:lar)?|[Kk]aleme\s+alan(?:lar)?)\s*:\s*/du],
  nameSeparator: /,?\s+(?:ve|ile)\s+|\s*&\s*|\s*;\s*/dgu,
  onlySeparator: /^(?:ve|ile|&)$/du,
  postNominal: /^(?:Ph\.?\s?D\.?|[Dd]r\.?|MBA)$/du,
  nameParticles: ['bin', 'van', 'von', 'de', 'da', 'el', 'al'],
  roleWord:
    /(?<![\p{L}])(?:[üÜ]yesi|başkanı?|müdürü?|editörü?|yönetmeni?|profesörü?|sekreteri?|kurulu|komitesi|konseyi|araştırmacı(?:sı)?|analisti?|yazarı|muhabiri?|temsilcisi|danışmanı?|mühendisi?|avukatı?|gazeteci|sözcüsü|kurucusu|koordinatörü?|sorumlusu)(?![\p{L}])/diu,
  footerPhrase: /^(?:[Yy]ay[ıi]m?(?:lan|land)ığı\s+(?:yerler|siteler)|[Oo]kuyabileceğiniz\s+yerler|[Ss]iteler(?:imiz)?)\s*:\s*/du,
};

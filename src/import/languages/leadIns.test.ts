import { describe, expect, test } from 'vitest';
import { findLeadIn } from '../leadIn.ts';
import { languageFor } from './registry.ts';

/** Lead-in, outlet, and the day as year-month-day. */
type Case = [leadIn: string, outlet: string | null, day: string | null];

const cases: Record<string, Case[]> = {
  fr: [
    ['Le 24 mai, l’agence de presse Rive a rapporté :', 'agence de presse Rive', '--5-24'],
    ['Le 24 mai 2024, le Courrier du Port écrivait\u00a0:', 'Courrier du Port', '2024-5-24'],
    ['Le Courrier du Port écrivait, le vendredi 3 janvier 2025 :', 'Le Courrier du Port', '2025-1-3'],
    ['Le Courrier du Port a publié le 1er mars 2024 :', 'Le Courrier du Port', '2024-3-1'],
    ['Selon l’Écho des quais (24 mai 2024) :', 'Écho des quais', '2024-5-24'],
    ['Comme l’a rapporté le Courrier du Port le 24 mai 2024 :', 'Courrier du Port', '2024-5-24'],
    ['Le 24 mai 2024, le journal «\u00a0Courrier du Port\u00a0» annonçait :', 'Courrier du Port', '2024-5-24'],
    ['Le 3 janvier, le 8 Mars Hebdo a écrit :', '8 Mars Hebdo', '--1-3'],
    ['Le 24 mai, 24 Heures du Lac a indiqué ce qui suit :', '24 Heures du Lac', '--5-24'],
    ['L’article publié par le Courrier du Port le 24/05/2024 :', 'Courrier du Port', '2024-5-24'],
    ['Le 2 fe\u0301vrier 2024, Rive Infos rapporte :', 'Rive Infos', '2024-2-2'],
  ],
  es: [
    ['El 24 de mayo, la agencia de noticias Ribera informó:', 'agencia de noticias Ribera', '--5-24'],
    ['El Correo del Puerto escribió el viernes, 3 de enero de 2025:', 'El Correo del Puerto', '2025-1-3'],
    ['El 24 de mayo de 2024 el Correo del Puerto publicó lo siguiente:', 'Correo del Puerto', '2024-5-24'],
    ['Según informó el Correo del Puerto el 24 de mayo de 2024:', 'Correo del Puerto', '2024-5-24'],
    ['El martes 12 de marzo de 2024, el diario «Correo del Puerto» señaló:', 'Correo del Puerto', '2024-3-12'],
    ['El 1.º de mayo de 2024, 7 Días en la Ribera ha informado:', '7 Días en la Ribera', '2024-5-1'],
  ],
  ru: [
    ['24 мая агентство «Речной вестник» сообщило:', 'Речной вестник', '--5-24'],
    ['«Речной вестник» писал в пятницу, 3 января 2025 года:', 'Речной вестник', '2025-1-3'],
    ['24 мая 2024 г. газета «Причал» опубликовала:', 'Причал', '2024-5-24'],
    ['Как сообщает Речной вестник от 24 мая 2024 года:', 'Речной вестник', '2024-5-24'],
    ['24 мая 2024 года сообщило агентство Речные новости:', 'агентство Речные новости', '2024-5-24'],
    ['3 января газета «8 Марта» написала следующее:', '8 Марта', '--1-3'],
    ['Речной вестник, 24.05.2024:', 'Речной вестник', '2024-5-24'],
  ],
  ar: [
    ['في 24 مايو، ذكرت وكالة النهر للأنباء:', 'وكالة النهر للأنباء', '--5-24'],
    ['كتبت صحيفة «المرفأ» يوم الجمعة 3 يناير 2025:', 'المرفأ', '2025-1-3'],
    ['في ٢٤ أيار ٢٠٢٤ نشرت صحيفة المرفأ ما يلي:', 'صحيفة المرفأ', '2024-5-24'],
    ['وأفادت وكالة النهر في 24 مايو/أيار 2024 بأن:', 'وكالة النهر', '2024-5-24'],
    ['\u200fفي \u200e24\u200f مايو 2024، كتبت صحيفة المرفأ:', 'صحيفة المرفأ', '2024-5-24'],
    ['في 3 كانون الثاني 2025، وكالة النهر ذكرت:', 'وكالة النهر', '2025-1-3'],
    ['صحيفة المرفأ، الجمعة، 3 يناير 2025:', 'صحيفة المرفأ', '2025-1-3'],
    ['في ٥ مايو، ذكرت صحيفة ٢٤ ساعة:', 'صحيفة ٢٤ ساعة', '--5-5'],
    ['نَشَرَتْ صحيفةُ المرفأ في 24 مايو 2024:', 'صحيفةُ المرفأ', '2024-5-24'],
  ],
  tr: [
    ['24 Mayıs’ta Nehir haber ajansı bildirdi:', 'Nehir haber ajansı', '--5-24'],
    ['Liman Postası, 3 Ocak 2025 Cuma günü yazdı:', 'Liman Postası', '2025-1-3'],
    ['24 Mayıs 2024 tarihinde Liman Postası şöyle yazdı:', 'Liman Postası', '2024-5-24'],
    ["Liman Postası 24 Mayıs 2024'te şunları yazdı:", 'Liman Postası', '2024-5-24'],
    ['24.05.2024 tarihli Liman Postası bildirdi:', 'Liman Postası', '2024-5-24'],
    ['3 Ocak’ta 8 Mart Gazetesi duyurdu:', '8 Mart Gazetesi', '--1-3'],
  ],
  ur: [
    ['24 مئی کو دریا خبر رساں ادارے نے اطلاع دی:', 'دریا خبر رساں ادارے', '--5-24'],
    ['روزنامہ ساحل نے جمعہ، 3 جنوری 2025 کو لکھا:', 'روزنامہ ساحل', '2025-1-3'],
    ['۲۴ مئی ۲۰۲۴ کو روزنامہ ساحل نے لکھا:', 'روزنامہ ساحل', '2024-5-24'],
    ['24 مئی 2024ء کو ”ساحل“ نے شائع کیا:', 'ساحل', '2024-5-24'],
    ['روزنامہ ساحل کے مطابق، بروز جمعہ 3 جنوری 2025:', 'روزنامہ ساحل', '2025-1-3'],
  ],
};

describe.each(Object.entries(cases))('a lead-in in %s names its outlet and its day', (tag, all) => {
  test.each(all)('%s', (text, outlet, day) => {
    const language = languageFor(tag);
    if (!language) throw new Error(`there is no ${tag}`);
    for (const after of ['', ' «…»', '\n“…”']) {
      const found = findLeadIn(text + after, { start: 0, end: text.length + after.length }, language);
      expect(found && text.slice(found.range.start, found.range.end)).toBe(text);
      expect(found?.outlet && text.slice(found.outlet.start, found.outlet.end)).toBe(outlet);
      expect(found?.date && `${found.date.year ?? '-'}-${found.date.month}-${found.date.day}`).toBe(day);
    }
  });
});

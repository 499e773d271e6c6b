import { describe, expect, test } from 'vitest';
import { parseStory } from '../parseStory.ts';

interface Shape {
  labels: [news: string, comment: string][];
  leadIn: string;
  /** Sign-offs of Ana Lind, each with the name and the role as that language prints them. */
  signOffs: string[];
  writtenFor: string;
  name: string;
  role: string;
}

const shapes: Record<string, Shape> = {
  en: {
    labels: [['# News:', '# Comment:']],
    leadIn: 'On 24 May 2024, Harbour Post reported:',
    signOffs: ['Written for the River Forum by\n\nAna Lind\n\nMember of the Board'],
    writtenFor: 'River Forum',
    name: 'Ana Lind',
    role: 'Member of the Board',
  },
  fr: {
    labels: [
      ['## Actualité', '## Commentaire'],
      ['**Actualités :**', '**Notre commentaire :**'],
      ['L’actualité :', 'Le commentaire :'],
      ['NOUVELLE', 'COMMENTAIRE'],
      ['Actualite\u0301\u00a0:', 'Commentaire\u00a0:'],
    ],
    leadIn: 'Le 24 mai 2024, le Courrier du Port a rapporté :',
    signOffs: [
      'Écrit pour le Forum du lac par\n\nAna Lind\n\nMembre du conseil',
      'Rédigé pour le Forum du lac par Ana Lind, Membre du conseil',
      'Écrit pour le Forum du lac\npar Ana Lind\nMembre du conseil',
      'Écrit par Ana Lind pour le Forum du lac\nMembre du conseil',
    ],
    writtenFor: 'Forum du lac',
    name: 'Ana Lind',
    role: 'Membre du conseil',
  },
  es: {
    labels: [
      ['## Noticia', '## Comentario'],
      ['**Noticias:**', '**Nuestro comentario:**'],
    ],
    leadIn: 'El 24 de mayo de 2024, el Correo del Puerto informó:',
    signOffs: [
      'Escrito para el Foro del Lago por\n\nAna Lind\n\nMiembro de la junta',
      'Escrito para el Foro del Lago por Ana Lind, Miembro de la junta',
      'Redactado por Ana Lind para el Foro del Lago\nMiembro de la junta',
    ],
    writtenFor: 'Foro del Lago',
    name: 'Ana Lind',
    role: 'Miembro de la junta',
  },
  ru: {
    labels: [
      ['## Новости', '## Комментарий'],
      ['**Новость:**', '**Наш комментарий:**'],
      ['НОВОСТИ', 'КОММЕНТАРИЙ'],
    ],
    leadIn: '24 мая 2024 года «Речной вестник» сообщил:',
    signOffs: [
      'Написано для Озёрного форума\n\nАна Линд\n\nЧлен правления',
      'Написано для Озёрного форума. Автор: Ана Линд, Член правления',
      'Написано для Озёрного форума автором\nАна Линд\nЧлен правления',
      'Подготовлено для Озёрного форума\nАвтор: Ана Линд\nЧлен правления',
    ],
    writtenFor: 'Озёрного форума',
    name: 'Ана Линд',
    role: 'Член правления',
  },
  ar: {
    labels: [
      ['## الخبر', '## التعليق'],
      ['**الأخبار:**', '**تعليقنا:**'],
      ['\u200fالاخبار:\u200f', '\u200fالتعليق :'],
      ['خـبـر', 'تَعْليق'],
    ],
    leadIn: 'في 24 مايو 2024، ذكرت صحيفة المرفأ:',
    signOffs: [
      'كُتب لصالح منتدى البحيرة بقلم\n\nآنا ليند\n\nعضو مجلس الإدارة',
      'كتبت هذا التعليق لـ منتدى البحيرة بقلم آنا ليند، عضو مجلس الإدارة',
      'كُتب لصالح منتدى البحيرة\nبقلم: آنا ليند\nعضو مجلس الإدارة',
      '\u200fكُتب لصالح منتدى البحيرة بقلم:\n\u200fآنا ليند\u200f\n\u200fعضو مجلس الإدارة',
    ],
    writtenFor: 'منتدى البحيرة',
    name: 'آنا ليند',
    role: 'عضو مجلس الإدارة',
  },
  tr: {
    labels: [
      ['## Haber', '## Yorum'],
      ['**HABER:**', '**YORUMUMUZ:**'],
    ],
    leadIn: '24 Mayıs 2024’te Liman Postası bildirdi:',
    signOffs: [
      'Göl Forumu için yazan\n\nAna Lind\n\nYönetim Kurulu Üyesi',
      'Göl Forumu için yazan: Ana Lind, Yönetim Kurulu Üyesi',
      'Göl Forumu adına kaleme alan:\nAna Lind\nYönetim Kurulu Üyesi',
    ],
    writtenFor: 'Göl Forumu',
    name: 'Ana Lind',
    role: 'Yönetim Kurulu Üyesi',
  },
  ur: {
    labels: [
      ['## خبر', '## تبصرہ'],
      ['**خبریں:**', '**ہمارا تبصرہ:**'],
      ['خبريں', 'تبصره'],
    ],
    leadIn: '24 مئی 2024 کو روزنامہ ساحل نے اطلاع دی:',
    signOffs: ['جھیل فورم کے لیے تحریر\n\nآنا لنڈ\n\nرکن مجلس', 'جھیل فورم کے لیے تحریر: آنا لنڈ، رکن مجلس', 'تحریر برائے جھیل فورم از\nآنا لنڈ\nرکن مجلس'],
    writtenFor: 'جھیل فورم',
    name: 'آنا لنڈ',
    role: 'رکن مجلس',
  },
};

describe.each(Object.entries(shapes))('a document in %s is told by its labels and taken apart', (tag, { labels, leadIn, signOffs, writtenFor, name, role }) => {
  const cases = labels.flatMap(([news, comment]) => signOffs.map((signOff) => [news, comment, signOff] as const));
  test.each(cases)('%s %s %s', (news, comment, signOff) => {
    const text = `T 1\n\n${news}\n\n${leadIn}\n\n«1.»\n\n${comment}\n\n2.\n\n${signOff}\n\na.example | B`;
    for (const ends of [text, text.replace(/\n/g, '\r\n'), text.replace(/\n\n/g, '\n')]) {
      const story = parseStory(ends, { format: 'markdown' });
      const [commentary] = story.commentaries;
      expect(story.warnings).toEqual([]);
      expect([story.language, story.title, story.excerpts[0]?.leadIn, story.excerpts[0]?.publishedOn]).toEqual([
        tag,
        'T 1',
        leadIn.normalize('NFC'),
        '2024-05-24',
      ]);
      expect([story.excerpts[0]?.paragraphs, commentary?.paragraphs, story.writtenFor]).toEqual([['«1.»'], ['2.'], writtenFor]);
      expect([commentary?.authors, story.outlets]).toEqual([[{ name, role }], ['a.example', 'B']]);
    }
  });
});

describe('the language of a document', () => {
  const document = (news: string, comment: string): string => `T\n\n## ${news}\n\nX:\n\n1\n\n## ${comment}\n\n2`;
  const languageOf = (text: string, options: { language?: string; defaultLanguage?: string } = {}): [string, string[]] => {
    const { language, warnings } = parseStory(text, { format: 'markdown', ...options });
    return [language, warnings.filter(({ message }) => /language|read as/.test(message)).map(({ message }) => message)];
  };

  test('is the one whose labels explain all labels', () => {
    expect(languageOf(document('خبر', 'تبصرہ'))).toEqual(['ur', []]);
    expect(languageOf(document('خبر', 'تعليق'))).toEqual(['ar', []]);
  });

  test('is the default, with a warning, where several languages’ labels match', () => {
    expect(languageOf(document('News', 'Commentaire'), { defaultLanguage: 'fr' })).toEqual(['fr', [expect.stringContaining('en, fr')]]);
    expect(languageOf('T\n\n## خبر\n\nx', { defaultLanguage: 'en' })).toEqual(['en', [expect.stringContaining('ar, ur')]]);
  });

  test('is what was given, whatever its labels are', () => {
    expect(languageOf(document('News', 'Comment'), { language: 'ru' })).toEqual(['ru', []]);
  });

  test('keeps the region of the default', () => {
    expect(languageOf(document('News', 'Comment'), { defaultLanguage: 'en-GB' })).toEqual(['en-GB', []]);
  });

  test('is doubtful without any label in another script', () => {
    expect(languageOf('Заголовок\n\nТекст без меток.')).toEqual(['en', [expect.stringContaining('no label')]]);
    expect(languageOf('A title\n\nText without labels.')).toEqual(['en', []]);
  });
});

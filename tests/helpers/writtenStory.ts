/** Without this file the laws of the importer would only hold for the documents that somebody thought of: a story, written down in any language and format. */
import { strToU8 } from 'fflate';
import { docxFile, paragraph, run } from './docxFile.ts';

/** What a document says, and what must come back. */
export interface WrittenStory {
  language: keyof typeof printed;
  title: string;
  /** Line breaks inside a paragraph are `\n`. */
  news: string[];
  comment: string[];
  /** Which of the labels of its language. */
  labels: number;
}

/** How newsrooms print it: labels, lead-in with outlet, sign-off with organisation, name and role. */
export const printed = {
  en: {
    labels: [
      ['News', 'Comment'],
      ['NEWS', 'COMMENTARY'],
    ],
    leadIn: 'On 24 May 2024, Harbour Post reported:',
    outlet: 'Harbour Post',
    signOff: 'Written for the River Forum by',
    writtenFor: 'River Forum',
    name: 'Ana Lind',
    role: 'Chair',
  },
  fr: {
    labels: [
      ['Actualité', 'Commentaire'],
      ['NOUVELLES', 'NOTRE COMMENTAIRE'],
    ],
    leadIn: 'Le 24 mai 2024, le Courrier du Port a rapporté :',
    outlet: 'Courrier du Port',
    signOff: 'Écrit pour le Forum du lac par',
    writtenFor: 'Forum du lac',
    name: 'Inès Carvelle',
    role: 'Présidente',
  },
  ar: {
    labels: [
      ['الخبر', 'التعليق'],
      ['الأخبار', 'تعليقنا'],
    ],
    leadIn: 'في ٢٤ مايو ٢٠٢٤، ذكرت وكالة النهر للأنباء:',
    outlet: 'وكالة النهر للأنباء',
    signOff: 'كُتب لصالح منتدى البحيرة بقلم',
    writtenFor: 'منتدى البحيرة',
    name: 'سلمى الحدّاد',
    role: 'عضو المجلس',
  },
  ru: {
    labels: [
      ['Новости', 'Комментарий'],
      ['НОВОСТЬ', 'НАШ КОММЕНТАРИЙ'],
    ],
    leadIn: '24 мая 2024 года газета «Речной вестник» сообщила:',
    outlet: 'Речной вестник',
    signOff: 'Написано для Озёрного форума',
    writtenFor: 'Озёрного форума',
    name: 'Вера Ольшанская',
    role: 'Член правления',
  },
  es: {
    labels: [
      ['Noticia', 'Comentario'],
      ['NOTICIAS', 'NUESTRO COMENTARIO'],
    ],
    leadIn: 'El 24 de mayo de 2024, el Correo del Puerto informó:',
    outlet: 'Correo del Puerto',
    signOff: 'Escrito para el Foro del Lago por',
    writtenFor: 'Foro del Lago',
    name: 'Lucía Arce',
    role: 'Vocal',
  },
  tr: {
    labels: [
      ['Haber', 'Yorum'],
      ['HABERLER', 'YORUMUMUZ'],
    ],
    leadIn: '24 Mayıs 2024’te Liman Postası bildirdi:',
    outlet: 'Liman Postası',
    signOff: 'Göl Forumu için yazan',
    writtenFor: 'Göl Forumu',
    name: 'Defne Aksoylu',
    role: 'Genel Sekreter',
  },
  ur: {
    labels: [
      ['خبر', 'تبصرہ'],
      ['خبریں', 'ہمارا تبصرہ'],
    ],
    leadIn: '۲۴ مئی ۲۰۲۴ کو روزنامہ ساحل نے اطلاع دی:',
    outlet: 'روزنامہ ساحل',
    signOff: 'جھیل فورم کے لیے تحریر',
    writtenFor: 'جھیل فورم',
    name: 'عالیہ نورانی',
    role: 'رکن مجلس',
  },
} as const;

/** The story as the bytes of a file of that name. */
export const writers: Readonly<Record<'a.md' | 'a.txt' | 'a.html' | 'a.docx', (story: WrittenStory) => Uint8Array>> = {
  'a.md': (story) => strToU8(lines(story, { label: (words) => `## ${words}`, paragraph: (words) => words }).join('\n\n')),
  'a.txt': (story) => strToU8(`\ufeff${lines(story, { label: (words) => `${words}:`, paragraph: (words) => words }).join('\n\n')}`.replace(/\n/g, '\r\n')),
  'a.html': (story) =>
    strToU8(
      `<!doctype html><meta charset="utf-8">${lines(story, {
        label: (words) => `<h2>${escaped(words)}</h2>`,
        paragraph: (words) => `<p>${escaped(words).replace(/\n/g, '<br>\n').replace(/\S+/, '<b>$&</b>')}</p>`,
      }).join('\n')}`,
    ),
  'a.docx': (story) =>
    docxFile(
      lines(story, {
        label: (words) => paragraph(run(escaped(words), '<w:b/>')),
        paragraph: (words) =>
          paragraph(
            words
              .split('\n')
              .map((line) => run(escaped(line)))
              .join('<w:r><w:br/></w:r>'),
          ),
      }).join(''),
    ),
};

function lines(
  { language, title, news, comment, labels }: WrittenStory,
  { label, paragraph: write }: Record<'label' | 'paragraph', (words: string) => string>,
): string[] {
  const words = printed[language];
  const [newsLabel, commentLabel] = words.labels[labels % 2] ?? words.labels[0];
  const part = (...all: string[]): string[] => all.map(write);
  return [
    ...part(title),
    label(newsLabel),
    ...part(words.leadIn, ...news),
    label(commentLabel),
    ...part(...comment, words.signOff, words.name, words.role, 'a.example | B'),
  ];
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

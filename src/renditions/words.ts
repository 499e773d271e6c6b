/** Without this file an Arabic story would stand under English headings: the few words that renditions add, in the newsroom's languages. */
import { lookupRanges } from '../domain/language.ts';

export interface Words {
  /** Between names in a list. */
  comma: string;
  news: string;
  comment: string;
  writtenFor: string;
  published: string;
  updated: string;
  corrections: string;
  topics: string;
  sites: string;
  otherLanguages: string;
}

const byLanguage: Readonly<Record<string, Words>> = {
  en: {
    comma: ', ',
    news: 'News',
    comment: 'Comment',
    writtenFor: 'Written for',
    published: 'Published',
    updated: 'Updated',
    corrections: 'Corrections',
    topics: 'Topics',
    sites: 'Sites',
    otherLanguages: 'In other languages',
  },
  fr: {
    comma: ', ',
    news: 'Actualité',
    comment: 'Commentaire',
    writtenFor: 'Écrit pour',
    published: 'Publié',
    updated: 'Mis à jour',
    corrections: 'Corrections',
    topics: 'Thèmes',
    sites: 'Sites',
    otherLanguages: 'Dans d’autres langues',
  },
  ar: {
    comma: '، ',
    news: 'الخبر',
    comment: 'التعليق',
    writtenFor: 'كُتب لصالح',
    published: 'نُشر',
    updated: 'حُدّث',
    corrections: 'تصويبات',
    topics: 'المواضيع',
    sites: 'المواقع',
    otherLanguages: 'بلغات أخرى',
  },
  ru: {
    comma: ', ',
    news: 'Новость',
    comment: 'Комментарий',
    writtenFor: 'Написано для',
    published: 'Опубликовано',
    updated: 'Обновлено',
    corrections: 'Исправления',
    topics: 'Темы',
    sites: 'Сайты',
    otherLanguages: 'На других языках',
  },
  es: {
    comma: ', ',
    news: 'Noticia',
    comment: 'Comentario',
    writtenFor: 'Escrito para',
    published: 'Publicado',
    updated: 'Actualizado',
    corrections: 'Correcciones',
    topics: 'Temas',
    sites: 'Sitios',
    otherLanguages: 'En otros idiomas',
  },
  tr: {
    comma: ', ',
    news: 'Haber',
    comment: 'Yorum',
    writtenFor: 'Yazıldığı kurum',
    published: 'Yayımlandı',
    updated: 'Güncellendi',
    corrections: 'Düzeltmeler',
    topics: 'Konular',
    sites: 'Siteler',
    otherLanguages: 'Diğer dillerde',
  },
  ur: {
    comma: '، ',
    news: 'خبر',
    comment: 'تبصرہ',
    writtenFor: 'برائے',
    published: 'شائع',
    updated: 'تازہ کاری',
    corrections: 'تصحیحات',
    topics: 'موضوعات',
    sites: 'ویب سائٹیں',
    otherLanguages: 'دیگر زبانوں میں',
  },
};

/** The words for a story in `language`, and the language that they are in: its own, the newsroom's, or English. */
export function wordsFor(language: string, newsroomLanguage: string): { words: Words; language: string } {
  for (const range of [...lookupRanges(language), ...lookupRanges(newsroomLanguage), 'en']) {
    const words = byLanguage[range.toLowerCase()];
    if (words !== undefined) return { words, language: range };
  }
  throw new Error('There are no English words.');
}

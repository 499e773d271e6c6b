/** Field types that several collections share because the news itself repeats them: languages, links, slugs. */
import type { Field, PayloadRequest, TextField } from 'payload';
import { canonicalLanguage } from '../../src/domain/language.ts';
import { isSlug, MAX_SLUG_LENGTH } from '../../src/domain/slug.ts';
import { isWebAddress } from '../../src/domain/webAddress.ts';

/** The language a text is in; stored in canonical case. */
export function languageField(description: string): TextField {
  return {
    name: 'language',
    type: 'text',
    required: true,
    index: true,
    defaultValue: newsroomLanguage,
    validate: (value: unknown) => canonicalLanguage(value) !== null || 'Enter a language tag such as en, fr, ar or pt-BR.',
    hooks: { beforeChange: [({ value }: { value?: unknown }) => canonicalLanguage(value) ?? value] },
    admin: { position: 'sidebar', description },
  };
}

/** The newsroom's own language, which a new document is in until somebody says otherwise. */
function newsroomLanguage({ req }: { req?: PayloadRequest }): string {
  const localization = req?.payload.config.localization;
  return localization ? localization.defaultLocale : 'en';
}

/** An absolute http(s) address. */
export function addressField(name: string, description: string): TextField {
  return {
    name,
    type: 'text',
    validate: (value: unknown) =>
      value === null || value === undefined || value === '' || (typeof value === 'string' && isWebAddress(value))
        ? true
        : 'Enter a whole web address that begins with https:// or http://.',
    admin: { description },
  };
}

/** The document's part of an address; made from its name when left empty. */
export const slugField: TextField = {
  name: 'slug',
  type: 'text',
  index: true,
  maxLength: MAX_SLUG_LENGTH,
  // A copy is another document: it gets an address of its own.
  hooks: { beforeDuplicate: [() => null] },
  validate: (value: unknown) =>
    value === null || value === undefined || value === '' || (typeof value === 'string' && isSlug(value))
      ? true
      : 'Use lower-case letters and digits, joined by single hyphens.',
  admin: {
    position: 'sidebar',
    description: 'The last part of the web address. Leave it empty to have it made from the title.',
  },
};

/** Whether partners may be given this text or image. */
export const syndicableField: Field = {
  name: 'syndicable',
  type: 'checkbox',
  defaultValue: true,
  admin: { description: 'Partners may republish this. Untick it when the rights do not allow it.' },
};

/** A quoted report as it goes out: its words untouched, its date as exact as it is known. */
import type { EditionExcerpt } from '../../domain/edition.ts';
import { sha256 } from '../../domain/digest.ts';
import { isFullDate, isPartialDate } from '../../domain/partialDate.ts';
import type { StoredExcerpt, StoredOutlet } from '../gatheredStory.ts';
import { outletIn, type Languages } from './names.ts';

export function excerptIn(excerpt: StoredExcerpt, outlet: StoredOutlet, languages: Languages): EditionExcerpt {
  const day = excerpt.publishedOn ?? '';
  const quote = excerpt.quote ?? [];
  const snapshot = excerpt.snapshot?.text;
  return {
    id: excerpt.id,
    outlet: outletIn(outlet, languages),
    title: excerpt.title || null,
    url: excerpt.url || null,
    reporter: excerpt.reporter || null,
    publishedOn: isFullDate(day) ? day : null,
    publishedOnPartial: isPartialDate(day) ? day : null,
    publishedOnInferred: excerpt.publishedOnInferred === true,
    leadIn: excerpt.leadIn || null,
    quote,
    language: excerpt.language || languages.story,
    rights: excerpt.rights || null,
    syndicable: excerpt.syndicable !== false,
    capturedAt: instant(excerpt.snapshot?.capturedAt),
    quoteSha256: sha256(quote.join('\n\n')),
    snapshotSha256: snapshot ? sha256(snapshot) : null,
    verification: excerpt.verification ?? 'unverified',
  };
}

function instant(value: string | null | undefined): string | null {
  return value ? new Date(value).toISOString() : null;
}

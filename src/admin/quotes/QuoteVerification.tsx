/** Without this component an editor would not see whether a quote stands in its source, which paragraph does not, and what is different. */
'use client';
import { useDocumentInfo, useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import type { ParagraphCheck, QuoteCheck, Run } from '../../domain/quotes/check.ts';
import { filled, wordsIn, type Words } from '../words.ts';
import { VerificationMark, verificationIn } from './VerificationMark.tsx';

interface Saved {
  verification?: unknown;
  quoteCheck?: QuoteCheck | null;
}

/** Below the quote: what came of looking for it when it was last saved. */
export function QuoteVerification(): ReactElement | null {
  const { data, id } = useDocumentInfo();
  const { i18n } = useTranslation();
  if (id === undefined) return null;
  const words = wordsIn(i18n.language).quote;
  const { quoteCheck, verification: stored }: Saved = data ?? {};
  const verification = verificationIn(stored);
  const paragraphs = quoteCheck?.paragraphs ?? [];
  return (
    <section className="field-type quote-verification" aria-label={words.heading} aria-live="polite">
      <h3>
        {words.heading} <VerificationMark verification={verification} />
      </h3>
      <p>{words.explained[verification]}</p>
      {paragraphs.some((check) => !check.found) && (
        <>
          <ul>{paragraphs.map((check, index) => (check.found ? null : <Missing key={index} check={check} number={index + 1} words={words} />))}</ul>
          <p className="quote-verification__legend">{words.legend}</p>
        </>
      )}
    </section>
  );
}

interface MissingProps {
  check: Extract<ParagraphCheck, { found: false }>;
  number: number;
  words: Words['quote'];
}

function Missing({ check: { difference, fault, nearest }, number, words }: MissingProps): ReactElement {
  return (
    <li>
      {filled(words.fault[fault], { n: number })} {nearest === null && words.nothingNear}
      {nearest !== null && (
        <blockquote dir="auto">
          {difference.map((run, index) => (
            <Words key={index} run={run} next={difference[index + 1]} words={words} />
          ))}
        </blockquote>
      )}
    </li>
  );
}

interface WordsProps {
  run: Run;
  next: Run | undefined;
  words: Words['quote'];
}

function Words({ run: { in: where, text }, next, words }: WordsProps): ReactElement {
  if (where === 'both') return <>{text}</>;
  const said = text.trimEnd();
  // Where the other text goes on, the white space is that of the quote; a mark stands close to the word before it.
  const gap = next === undefined || /^\p{P}/u.test(next.text) ? '' : ' ';
  return (
    <>
      {where === 'quote' ? <del title={words.onlyInQuote}>{said}</del> : <ins title={words.onlyInSource}>{said}</ins>}
      {gap}
    </>
  );
}

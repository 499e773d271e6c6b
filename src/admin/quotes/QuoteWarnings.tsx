/** Without this component a story would be approved by somebody who does not know that it misquotes. */
'use client';
import { useDocumentInfo } from '@payloadcms/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { verificationsOf } from '../callDesk.ts';
import { filled, type Words } from '../words.ts';

interface Props {
  api: string;
  words: Words;
  /** Asked for again when this is another. */
  updatedAt: unknown;
}

/** A line for each report of the story whose quote was not found in its source. */
export function QuoteWarnings({ api, words, updatedAt }: Props): ReactElement {
  const { data } = useDocumentInfo();
  const ids = idsIn((data as { excerpts?: unknown } | undefined)?.excerpts);
  const asked = ids.join(',');
  const [mismatching, setMismatching] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let gone = false;
    void verificationsOf(api, asked === '' ? [] : asked.split(',')).then((found) => {
      if (!gone) setMismatching(new Set([...found].flatMap(([id, result]) => (result === 'mismatch' ? [id] : []))));
    });
    return () => {
      gone = true;
    };
  }, [api, asked, updatedAt]);

  return (
    <>
      {ids.map((id, index) =>
        mismatching.has(id) ? (
          <p key={id} className="stage-panel__warning">
            {filled(words.quote.mismatchInStory, { n: index + 1 })}
          </p>
        ) : null,
      )}
    </>
  );
}

/** The ids of related documents, whether they were filled in or not. */
function idsIn(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    if (typeof one === 'string') return [one];
    return typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? [one.id] : [];
  });
}

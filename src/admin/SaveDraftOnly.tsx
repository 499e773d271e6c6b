/** Without this component excerpts and commentaries would have a Publish button of their own; they go out with their story. */
'use client';
import { useDocumentInfo, useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import { wordsIn } from './words.ts';

/** A line that says when readers see a part; Payload's own Save Draft stands beside it. */
export function SaveDraftOnly(): ReactElement | null {
  const { i18n } = useTranslation();
  const { id } = useDocumentInfo();
  return <p className="part-only">{id === undefined ? null : wordsIn(i18n.language).partOnly}</p>;
}

/** Without this component the list of stories would say "in_review" and "none". */
'use client';
import { useTranslation } from '@payloadcms/ui';
import type { DefaultCellComponentProps } from 'payload';
import type { ReactElement } from 'react';
import type { Publication, Stage, Work } from '../editorial/stages.ts';
import { wordsIn, type Words } from './words.ts';

/** A stage of work or of publication in a list, in words. */
export function StageCell({ cellData }: DefaultCellComponentProps): ReactElement | null {
  const { i18n } = useTranslation();
  const words = wordsIn(i18n.language);
  if (typeof cellData !== 'string') return null;
  return <span className={`stage-pill stage-pill--${cellData}`}>{words.work[cellData as Work] ?? words.publication[cellData as Publication] ?? cellData}</span>;
}

/** Both stages in one line. */
export function stageInWords({ work, publication }: Stage, words: Words): string {
  return publication === 'killed' ? words.publication.killed : `${words.work[work]} · ${words.publication[publication]}`;
}

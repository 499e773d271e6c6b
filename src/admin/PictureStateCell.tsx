/** Without this component the list of pictures would show a word of ours where editors read their own language. */
'use client';
import { useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import type { PictureProgress } from './callDesk.ts';
import { wordsIn } from './words.ts';

/** The first words about a picture's files. */
export function PictureStateCell({ cellData }: { cellData?: PictureProgress | null }): ReactElement | null {
  const { i18n } = useTranslation();
  if (!cellData) return null;
  return <span>{wordsIn(i18n.language).picture[cellData].split(/[.:]/)[0]}</span>;
}

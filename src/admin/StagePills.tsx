/** Without this component a story's two stages would look like one. */
'use client';
import { useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import type { Stage } from '../editorial/stages.ts';
import { wordsIn } from './words.ts';

/** Both stages beside each other. */
export function StagePills({ stage: { work, publication } }: { stage: Stage }): ReactElement {
  const { i18n } = useTranslation();
  const words = wordsIn(i18n.language);
  return (
    <div className="stage-pills">
      <span className={`stage-pill stage-pill--${work}`}>{words.work[work]}</span>
      <span className={`stage-pill stage-pill--${publication}`}>{words.publication[publication]}</span>
    </div>
  );
}

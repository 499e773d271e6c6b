/** Without this component the panel would speak of Payload's draft and published, which say nothing about where a story stands. */
'use client';
import type { ReactElement } from 'react';
import { stageInWords } from './StageCell.tsx';
import { useStory } from './useStory.ts';

/** The line above the form: "Stage: In review · Live". */
export function StageStatus(): ReactElement {
  const { stage, words } = useStory();
  return (
    <div className="status">
      <div className="status__value-wrap">
        <span className="status__label">{words.stage}: </span>
        <span className="status__value stage-value">{stageInWords(stage, words)}</span>
      </div>
    </div>
  );
}

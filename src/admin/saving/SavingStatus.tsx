/** Without this component nobody would know whether what they typed is safe. */
'use client';
import { Button, useModal, useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import { filled, wordsIn } from '../words.ts';
import type { Saving } from './useSaving.ts';

/** A line beside the buttons: kept, being kept, or why not; and the way back to the two versions. */
export function SavingStatus({ saving: { state, dialog } }: { saving: Saving }): ReactElement {
  const { i18n, t } = useTranslation();
  const { openModal } = useModal();
  const words = wordsIn(i18n.language).saving;
  const { conflict, phase, why } = state;
  const said = {
    idle: '',
    saving: t('general:saving'),
    kept: words.kept,
    noAnswer: words.noAnswer,
    signedOut: words.signedOut,
    refused: filled(words.refused, { why }),
  }[phase];
  const safe = conflict === null && (phase === 'idle' || phase === 'saving' || phase === 'kept');
  return (
    <div className={`saving-status saving-status--${safe ? 'safe' : 'unsafe'}`} data-phase={conflict === null ? phase : 'conflict'}>
      <p role="status">{conflict === null ? said : words.conflict}</p>
      {conflict !== null && (
        <Button id="action-compare" type="button" size="medium" buttonStyle="secondary" onClick={() => openModal(dialog)}>
          {words.compare}
        </Button>
      )}
    </div>
  );
}

/** Without this component a draft would only be kept when somebody thinks of it: the Save Draft button, and what keeps what is typed in between. */
'use client';
import { FormSubmit, LeaveWithoutSaving, useDocumentInfo, useEditDepth, useFormModified, useHotkey, useTranslation } from '@payloadcms/ui';
import { useRef, type ReactElement } from 'react';
import { SavingStatus } from './SavingStatus.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { useAutosave } from './useAutosave.ts';
import { useSaving } from './useSaving.ts';

/** In the place of Payload's Save Draft. */
export function SaveDraft(): ReactElement {
  const saving = useSaving();
  useAutosave(saving);
  const { t } = useTranslation();
  const { mostRecentVersionIsAutosaved, uploadStatus } = useDocumentInfo();
  const modified = useFormModified();
  const editDepth = useEditDepth();
  const button = useRef<HTMLButtonElement>(null);
  const { address, save, state } = saving;
  // What was only kept while somebody typed becomes a version when they say so.
  const worthIt = address === null || modified || mostRecentVersionIsAutosaved || state.conflict !== null;

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.current?.click();
  });

  return (
    <>
      <LeaveWithoutSaving />
      <SavingStatus saving={saving} />
      <FormSubmit
        ref={button}
        buttonId="action-save-draft"
        buttonStyle="secondary"
        className="save-draft"
        disabled={!worthIt || uploadStatus === 'uploading'}
        onClick={() => void save()}
        size="medium"
        type="button"
      >
        {t('version:saveDraft')}
      </FormSubmit>
      <TwoVersions saving={saving} />
    </>
  );
}

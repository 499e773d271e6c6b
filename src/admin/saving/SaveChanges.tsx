/** Without this component outlets, authors, topics, pictures and accounts would be saved over what somebody else saved meanwhile. */
'use client';
import { FormSubmit, useDocumentInfo, useEditDepth, useFormModified, useHotkey, useModal, useTranslation } from '@payloadcms/ui';
import { useEffect, useEffectEvent, useRef, type ReactElement } from 'react';
import { SavingStatus } from './SavingStatus.tsx';
import { TwoVersions } from './TwoVersions.tsx';
import { useSaving } from './useSaving.ts';

/** Payload's own notice of a change elsewhere; it offers nothing but to load the page again, without what was typed. */
const PAYLOADS_NOTICE = 'document-stale-data';

/** In the place of Payload's Save. */
export function SaveChanges(): ReactElement {
  const saving = useSaving();
  const { t } = useTranslation();
  const { uploadStatus } = useDocumentInfo();
  const modified = useFormModified();
  const editDepth = useEditDepth();
  const { closeModal, isModalOpen } = useModal();
  const button = useRef<HTMLButtonElement>(null);
  const { address, save, state } = saving;
  const noticed = isModalOpen(PAYLOADS_NOTICE);

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault();
    event.stopPropagation();
    button.current?.click();
  });

  const showBoth = useEffectEvent(() => {
    closeModal(PAYLOADS_NOTICE);
    void saving.line.run(saving.look);
  });
  useEffect(() => {
    if (noticed) showBoth();
  }, [noticed]);

  return (
    <>
      <SavingStatus saving={saving} />
      <FormSubmit
        ref={button}
        buttonId="action-save"
        disabled={(address !== null && !modified && state.conflict === null) || uploadStatus === 'uploading'}
        onClick={() => void save()}
        size="medium"
        type="button"
      >
        {t('general:save')}
      </FormSubmit>
      <TwoVersions saving={saving} />
    </>
  );
}

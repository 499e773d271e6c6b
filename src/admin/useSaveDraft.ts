/** Without this hook a step could go out with what was typed left behind: saves the form as its Save button does. */
'use client';
import { useConfig, useDocumentInfo, useForm, useLocale } from '@payloadcms/ui';
import { useCallback } from 'react';

/** Saves the open document as a draft. Resolves to whether it was saved; what went wrong is shown by the form itself. */
export function useSaveDraft(): () => Promise<boolean> {
  const { submit } = useForm();
  const { id, collectionSlug, setUnpublishedVersionCount } = useDocumentInfo();
  const { config } = useConfig();
  const { code: locale } = useLocale();
  const { api } = config.routes;

  return useCallback(async () => {
    const action = `${api}/${collectionSlug ?? ''}/${String(id)}?locale=${locale}&depth=0&fallback-locale=null&draft=true`;
    const outcome = await submit({ action, method: 'PATCH', overrides: { _status: 'draft' }, skipValidation: true });
    const saved = outcome ? outcome.res.ok : false;
    if (saved) setUnpublishedVersionCount((count) => count + 1);
    return saved;
  }, [api, collectionSlug, id, locale, submit, setUnpublishedVersionCount]);
}

/** Without this component an editor could not know why a story with a new picture cannot be approved yet. */
'use client';
import { useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { pictureStateOf, type PictureProgress } from './callDesk.ts';
import { wordsIn } from './words.ts';

const LOOK_AGAIN = 2000;

/** Beside the form: whether all formats of the picture are there; looks again while they are being made. */
export function PictureState(): ReactElement | null {
  const { i18n } = useTranslation();
  const { id } = useDocumentInfo();
  const api = useConfig().config.routes.api;
  const saved = useFormFields(([fields]) => fields.renditionState?.value) as PictureProgress | undefined;
  const file = useFormFields(([fields]) => fields.filename?.value);
  const [seen, setSeen] = useState<{ file: unknown; state: PictureProgress } | null>(null);
  const state = seen !== null && seen.file === file ? seen.state : saved;
  const words = wordsIn(i18n.language).picture;

  useEffect(() => {
    if (id === undefined || state !== 'pending') return;
    const timer = setInterval(() => {
      void pictureStateOf(api, String(id)).then((now) => {
        if (now !== null) setSeen({ file, state: now });
      });
    }, LOOK_AGAIN);
    return () => {
      clearInterval(timer);
    };
  }, [api, id, state, file]);

  if (!state) return null;
  return (
    <section className="picture-state" aria-label={words.state} aria-live="polite">
      <strong>{words.state}</strong>
      <p>{words[state]}</p>
    </section>
  );
}

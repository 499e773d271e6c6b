/** Without this hook what was typed would be gone with the window: keeps it as a draft, tries again while nobody answers, and stops where somebody else's words are. */
'use client';
import { useAllFormFields, useDocumentEvents, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { sameText } from './differences.ts';
import { keepDraft } from './documents.ts';
import { agreedRevision } from './savingLine.ts';
import type { Saving } from './useSaving.ts';

/** After the last key, in milliseconds. */
const QUIET = 1500;
/** Nobody types longer than this without being kept. */
const LONGEST = 10_000;
/** Between two tries while nobody answers: doubled each time, up to the last. */
const FIRST_RETRY = 2000;
const LAST_RETRY = 15_000;

/** Keeps the form of `saving` while somebody types in it. */
export function useAutosave({ address, fields, line, state, typed, agree, look }: Saving): void {
  const form = useForm();
  const [formState] = useAllFormFields();
  const modified = useFormModified();
  const { reportUpdate } = useDocumentEvents();
  const { setMostRecentVersionIsAutosaved } = useDocumentInfo();
  const [tries, setTries] = useState(0);
  const failures = useRef(0);
  const typingSince = useRef<number | null>(null);
  const stopped = address === null || state.conflict !== null;

  const keep = useEffectEvent(async (): Promise<void> => {
    const rev = agreedRevision(line);
    const { agreed } = line;
    if (address === null || rev === null || agreed === null || line.state().conflict !== null) return;
    const sent = typed();
    if (sameText(fields, agreed, sent)) {
      form.setModified(false);
      line.change({ phase: 'idle' });
      return;
    }
    line.change({ phase: 'saving' });
    const kept = await keepDraft(address, sent, rev);
    if (kept === 'noAnswer' || kept === 'signedOut') {
      if (kept === 'noAnswer') line.inDoubt = sent;
      failures.current += 1;
      line.change({ phase: kept });
      setTries((before) => before + 1);
      return;
    }
    failures.current = 0;
    if ('refused' in kept) line.change({ phase: 'refused', why: kept.refused });
    else if ('stored' in kept) {
      agree(kept.stored);
      line.change({ phase: 'kept' });
      setMostRecentVersionIsAutosaved(true);
      reportUpdate({
        id: address.id,
        entitySlug: address.collection,
        doc: kept.stored as never,
        operation: 'update',
        updatedAt: String(kept.stored.updatedAt),
      });
      if (sameText(fields, sent, typed())) form.setModified(false);
    } else {
      // What an unanswered try left behind is no stranger's: the next one goes on from there.
      line.change({ phase: 'idle' });
      if ((await look()) !== 'theirs') setTries((before) => before + 1);
    }
  });

  useEffect(() => {
    if (!modified || stopped) {
      typingSince.current = null;
      return;
    }
    typingSince.current ??= Date.now();
    const patience = failures.current > 0 ? Math.min(FIRST_RETRY * 2 ** (failures.current - 1), LAST_RETRY) : QUIET;
    const wait = failures.current > 0 ? patience : Math.max(0, Math.min(patience, typingSince.current + LONGEST - Date.now()));
    const timer = setTimeout(() => {
      typingSince.current = null;
      void line.run(keep);
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [formState, modified, stopped, tries, line]);

  useEffect(() => {
    const again = () => {
      failures.current = 0;
      setTries((before) => before + 1);
    };
    window.addEventListener('online', again);
    return () => {
      window.removeEventListener('online', again);
    };
  }, []);
}

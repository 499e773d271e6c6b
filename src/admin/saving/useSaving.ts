/** Without this hook a save would not know what it may overwrite: names the revision that was agreed on, and finds out what happened when it is refused. */
'use client';
import { toast, useConfig, useDocumentInfo, useForm, useLocale, useModal } from '@payloadcms/ui';
import { hasDraftsEnabled } from 'payload/shared';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { comparableFields, type Comparable, type Text } from './comparable.ts';
import { differencesIn, sameText } from './differences.ts';
import { newestDraft, type Address } from './documents.ts';
import { agreedRevision, lineOf, type SavingLine, type SavingState } from './savingLine.ts';

/** The open document, and what saves it. */
export interface Saving {
  /** Null until it was saved for the first time. */
  address: Address | null;
  fields: readonly Comparable[];
  line: SavingLine;
  state: SavingState;
  /** Where the two versions are shown. */
  dialog: string;
  /** What is in the form now. */
  typed: () => Text;
  /** Takes over a text as the one that form and server agree on. */
  agree: (text: Text) => void;
  /** Saves the form as its Save button does; resolves to whether it was saved. Whatever it was, what was typed is still in the form. */
  save: () => Promise<boolean>;
  /** Looks at what is stored, and opens the two versions when somebody else changed it. */
  look: () => Promise<Found>;
}

/** What is stored: what was agreed on; what was sent from here, though nobody had said so; words of somebody else; or nobody answers. */
type Found = 'agreed' | 'mine' | 'theirs' | 'unknown';

/** Saving for the edit view around the component; all components of one view share it. */
export function useSaving(): Saving {
  const form = useForm();
  const info = useDocumentInfo();
  const { config } = useConfig();
  const { code: locale } = useLocale();
  const { openModal } = useModal();
  const { collectionSlug: collection = '', data, docConfig, id } = info;
  const { api } = config.routes;
  const line = lineOf(form.formRef ?? form);
  const state = useSyncExternalStore(line.subscribe, line.state, line.state);
  const fields = useMemo(() => comparableFields(docConfig?.fields ?? []), [docConfig]);
  const address = useMemo(() => (id === undefined ? null : { api, collection, id: String(id), locale }), [api, collection, id, locale]);
  const dialog = `versions-${collection}-${String(id)}`;
  const isDraft = docConfig !== undefined && hasDraftsEnabled(docConfig);

  useEffect(() => {
    const stored = data;
    if (typeof stored?.rev === 'number' && stored.rev >= (agreedRevision(line) ?? 0)) line.agreed = stored;
  }, [data, line]);

  const typed = (): Text => form.getData();

  function agree(text: Text): void {
    line.agreed = text;
    line.inDoubt = null;
    info.setData(text);
    info.setLastUpdateTime(Date.parse(String(text.updatedAt)));
  }

  async function look(): Promise<Found> {
    const theirs = address === null ? null : await newestDraft(address);
    if (theirs === null) return 'unknown';
    if (theirs.rev === agreedRevision(line)) return 'agreed';
    const differences = differencesIn(fields, { base: line.agreed ?? theirs, theirs, yours: typed() });
    if (differences.length === 0 || (line.inDoubt !== null && sameText(fields, theirs, line.inDoubt))) {
      agree(theirs);
      return 'mine';
    }
    line.change({ phase: 'idle', conflict: { theirs, differences } });
    toast.dismiss();
    openModal(dialog);
    return 'theirs';
  }

  const submitForm = async (): Promise<boolean> => {
    const rev = agreedRevision(line);
    const overrides = { ...(isDraft ? { _status: 'draft' } : {}), ...(rev === null ? {} : { rev }) };
    const query = new URLSearchParams({ depth: '0', locale, 'fallback-locale': 'null', ...(isDraft ? { draft: 'true' } : {}) });
    const action = `${api}/${collection}${id === undefined ? '' : `/${id}`}?${query.toString()}`;
    const drafted = isDraft ? { action, method: id === undefined ? 'POST' : 'PATCH', skipValidation: true } : {};
    const outcome = await form.submit({ ...drafted, overrides });
    return outcome ? outcome.res.ok : false;
  };

  async function saveNow(): Promise<boolean> {
    if (line.state().conflict !== null && (await look()) === 'theirs') return false;
    line.change({ conflict: null });
    let saved = await submitForm();
    if (!saved && id !== undefined && (await look()) === 'mine') saved = await submitForm();
    if (saved) {
      line.change({ phase: 'idle' });
      info.setMostRecentVersionIsAutosaved(false);
      if (isDraft) info.setUnpublishedVersionCount((count) => count + 1);
    } else form.setModified(true);
    return saved;
  }

  return { address, fields, line, state, dialog, typed, agree, look, save: () => line.run(saveNow) };
}

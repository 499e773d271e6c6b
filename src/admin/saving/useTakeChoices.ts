/** Without this hook a choice between two versions could not be carried into the form without losing what else is in it. */
'use client';
import { useAllFormFields, useDocumentInfo, useForm, useServerFunctions } from '@payloadcms/ui';
import type { FormState } from 'payload';
import { useEffect, useEffectEvent, useRef } from 'react';
import { merged, type Choice } from './differences.ts';
import type { Conflict } from './savingLine.ts';
import type { Saving } from './useSaving.ts';

/** Puts what was chosen into the form, on top of the stored text, and saves it. Resolves to false when the server could not be asked; then nothing has changed. */
export function useTakeChoices({ line, typed, agree, save }: Saving): (conflict: Conflict, choices: Readonly<Record<string, Choice>>) => Promise<boolean> {
  const { dispatchFields, getFields, setModified } = useForm();
  const [fields] = useAllFormFields();
  const { collectionSlug = '', docPermissions, getDocPreferences, id } = useDocumentInfo();
  const { getFormState } = useServerFunctions();
  const before = useRef<FormState | null>(null);

  const saveChosen = useEffectEvent(() => void save());
  // The form holds the choice from its next render on.
  useEffect(() => {
    if (before.current === null || fields === before.current) return;
    before.current = null;
    saveChosen();
  }, [fields]);

  return async (conflict, choices) => {
    const taken = conflict.differences.filter(({ path }) => choices[path] === 'theirs').map(({ path }) => path);
    const result = await getFormState({
      ...(id === undefined ? {} : { id }),
      collectionSlug,
      data: merged(typed(), conflict.differences, choices),
      docPermissions,
      docPreferences: await getDocPreferences(),
      operation: 'update',
      renderAllFields: true,
      schemaPath: collectionSlug,
      skipValidation: true,
    }).catch(() => null);
    if (!result?.state) return false;
    const isTaken = (path: string): boolean => taken.some((name) => path === name || path.startsWith(`${name}.`));
    const state = Object.fromEntries([...entriesOf(getFields(), (path) => !isTaken(path)), ...entriesOf(result.state, isTaken)]);
    agree(conflict.theirs);
    line.change({ conflict: null });
    before.current = getFields();
    dispatchFields({ type: 'REPLACE_STATE', state, optimize: false });
    setModified(true);
    return true;
  };
}

function entriesOf(state: FormState, wanted: (path: string) => boolean): [string, FormState[string]][] {
  return Object.entries(state).filter(([path]) => wanted(path));
}

/** Without this component whoever saves second could only throw away their own words or somebody else's: both versions side by side, and a choice for each field. */
'use client';
import { getTranslation } from '@payloadcms/translations';
import { Button, Modal, useModal, useTranslation } from '@payloadcms/ui';
import { useId, useMemo, useState, type ReactElement } from 'react';
import { wordsIn } from '../words.ts';
import { givenChoices, type Choice } from './differences.ts';
import { OneDifference } from './OneDifference.tsx';
import type { Reading } from './readable.ts';
import type { Conflict } from './savingLine.ts';
import type { Saving } from './useSaving.ts';
import { useTakeChoices } from './useTakeChoices.ts';
import { useTitles } from './useTitles.ts';

/** The dialog of a conflict; closing it decides nothing and changes nothing. */
export function TwoVersions({ saving }: { saving: Saving }): ReactElement | null {
  const { conflict } = saving.state;
  // Lives on when the conflict is over: what was chosen is saved after that.
  const take = useTakeChoices(saving);
  return conflict === null ? null : <Versions key={String(conflict.theirs.rev)} conflict={conflict} dialog={saving.dialog} take={take} />;
}

interface VersionsProps {
  conflict: Conflict;
  dialog: string;
  take: ReturnType<typeof useTakeChoices>;
}

function Versions({ conflict, dialog, take }: VersionsProps): ReactElement {
  const { i18n } = useTranslation();
  const { closeModal } = useModal();
  const words = wordsIn(i18n.language).versions;
  const titles = useTitles(conflict.differences);
  const [choices, setChoices] = useState<Record<string, Choice>>(() => givenChoices(conflict.differences));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const heading = useId();
  const explanation = useId();
  const open = conflict.differences.some(({ path }) => choices[path] === undefined);
  const reading = useMemo<Reading>(
    () => ({ language: i18n.language, yes: words.yes, no: words.no, titles, label: (label) => getTranslation(label as string, i18n) }),
    [i18n, titles, words],
  );

  async function confirm(): Promise<void> {
    setBusy(true);
    const taken = await take(conflict, choices);
    setFailed(!taken);
    setBusy(false);
    if (taken) closeModal(dialog);
  }

  return (
    <Modal className="two-versions" slug={dialog} closeOnBlur={false} aria-labelledby={heading} aria-describedby={explanation}>
      <div className="two-versions__sheet">
        <h1 id={heading}>{words.heading}</h1>
        <p id={explanation}>{words.explanation}</p>
        <div className="two-versions__fields">
          {conflict.differences.map((difference) => (
            <OneDifference
              key={difference.path}
              difference={difference}
              reading={reading}
              words={words}
              choice={choices[difference.path]}
              onChoose={(choice) => setChoices((before) => ({ ...before, [difference.path]: choice }))}
            />
          ))}
        </div>
        <p role="status" className="two-versions__hint">
          {failed ? words.noAnswer : open ? words.choose : ''}
        </p>
        <div className="two-versions__controls">
          <Button id="versions-later" type="button" size="large" buttonStyle="secondary" disabled={busy} onClick={() => closeModal(dialog)}>
            {words.later}
          </Button>
          <Button id="versions-save" type="button" size="large" disabled={busy || open} onClick={() => void confirm()}>
            {words.save}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

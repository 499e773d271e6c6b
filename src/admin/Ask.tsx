/** Without this component a story could be returned or withdrawn without a word to those who have to read why. */
'use client';
import { Button, Modal, useTranslation } from '@payloadcms/ui';
import { useId, useState, type ReactElement } from 'react';
import { MomentInput } from './MomentInput.tsx';
import { readTyped, type Typed } from './typedMoment.ts';

interface AskProps {
  slug: string;
  /** With a label, words are asked for, or a time in `timeZone`; nothing is confirmed without them. */
  question: { heading: string; explanation: string; label?: string };
  timeZone?: string | undefined;
  confirm: string;
  busy: boolean;
  onAnswer: (said: string) => void;
  onCancel: () => void;
}

/** As many characters as the server takes. */
const MOST = 2000;

/** A question before a step. What was typed stays when the step fails. */
export function Ask({ slug, question, timeZone, confirm, busy, onAnswer, onCancel }: AskProps): ReactElement {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [typed, setTyped] = useState<Typed>({ text: '', choice: null });
  const field = useId();
  const { heading, explanation, label } = question;
  const answer = timeZone === undefined ? said : (readTyped(typed, timeZone).instant ?? '');
  return (
    <Modal className="confirmation-modal" slug={slug} closeOnBlur={false}>
      <div className="confirmation-modal__wrapper">
        <div className="confirmation-modal__content">
          <h1>{heading}</h1>
          <p>{explanation}</p>
          {label !== undefined && (
            <div className="field-type textarea ask-words">
              <label className="field-label" htmlFor={field}>
                {label}
              </label>
              {timeZone === undefined ? (
                <textarea id={field} rows={5} maxLength={MOST} autoFocus value={said} onChange={(event) => setSaid(event.target.value)} />
              ) : (
                <MomentInput id={field} timeZone={timeZone} typed={typed} onType={setTyped} />
              )}
            </div>
          )}
        </div>
        <div className="confirmation-modal__controls">
          <Button id="step-cancel" type="button" size="large" buttonStyle="secondary" disabled={busy} onClick={onCancel}>
            {t('general:cancel')}
          </Button>
          <Button
            id="step-confirm"
            type="button"
            size="large"
            disabled={busy || (label !== undefined && answer.trim() === '')}
            onClick={() => onAnswer(answer)}
          >
            {confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

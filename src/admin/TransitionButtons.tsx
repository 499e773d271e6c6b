/** Without this component the only way out would be Payload's Publish, past every rule: a button for each step that may be made now. */
'use client';
import { Button, useConfig, useFormModified, useFormProcessing, useModal } from '@payloadcms/ui';
import { useState, type ReactElement } from 'react';
import type { TransitionName } from '../editorial/stages.ts';
import { Ask } from './Ask.tsx';
import type { StepRequest } from './callDesk.ts';
import { changedSinceApproval } from './changedSinceApproval.ts';
import { newsroomZone } from './newsroomZone.ts';
import { offeredTo } from './offers.ts';
import { useFreshStage } from './useFreshStage.ts';
import { useSteps } from './useSteps.ts';
import { useStory } from './useStory.ts';

/** The steps that need words or a time, and where each goes in what is sent. */
const ASKED = { return: 'reason', withdraw: 'notice', correct: 'notice', schedule: 'at' } as const satisfies Partial<
  Record<TransitionName, keyof StepRequest['words']>
>;
type Asked = keyof typeof ASKED;
type Asking = Asked | 'olderText';

/** The steps that take back. */
const SECOND: readonly TransitionName[] = ['return', 'withdraw', 'unschedule'];

/** The steps of the story that is open; nothing before its first save. */
export function TransitionButtons(): ReactElement | null {
  const story = useStory();
  const { config } = useConfig();
  const { busy, make } = useSteps(story);
  const standing = useFreshStage(story);
  const modified = useFormModified();
  const processing = useFormProcessing();
  const { openModal, closeModal } = useModal();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { id, stage, updatedAt, viewer, words } = story;
  if (id === undefined) return null;
  const dialog = `step-${id}`;

  function ask(question: Asking): void {
    setAsking(question);
    openModal(dialog);
  }

  function press(transition: TransitionName): void {
    if (isAsked(transition)) ask(transition);
    else if (transition === 'publish' && (modified || changedSinceApproval(standing, updatedAt))) ask('olderText');
    else void make(transition);
  }

  async function answer(said: string): Promise<void> {
    const made = asking === null || asking === 'olderText' ? await make('publish') : await make(asking, { [ASKED[asking]]: said });
    if (made) close();
  }

  function close(): void {
    closeModal(dialog);
    setAsking(null);
  }

  return (
    <>
      {offeredTo(viewer, stage).map((transition) => (
        <Button
          key={transition}
          id={`action-${transition}`}
          type="button"
          size="medium"
          buttonStyle={SECOND.includes(transition) ? 'secondary' : 'primary'}
          disabled={busy || processing}
          onClick={() => press(transition)}
        >
          {transition === 'publish' && stage.publication === 'live' ? words.button.publishAgain : words.button[transition]}
        </Button>
      ))}
      {asking !== null && (
        <Ask
          slug={dialog}
          question={asking === 'olderText' ? words.olderText : words.ask[asking]}
          timeZone={asking === 'schedule' ? newsroomZone(config) : undefined}
          confirm={words.button[asking === 'olderText' ? 'publish' : asking]}
          busy={busy}
          onAnswer={(said) => void answer(said)}
          onCancel={close}
        />
      )}
    </>
  );
}

function isAsked(transition: TransitionName): transition is Asked {
  return transition in ASKED;
}

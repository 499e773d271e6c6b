/** Without this component the only way out would be Payload's Publish, past every rule: a button for each step that may be made now. */
'use client';
import { Button, useFormModified, useFormProcessing, useModal } from '@payloadcms/ui';
import { useState, type ReactElement } from 'react';
import type { TransitionName } from '../editorial/stages.ts';
import { Ask } from './Ask.tsx';
import { offeredTo } from './offers.ts';
import { useSteps } from './useSteps.ts';
import { useStory } from './useStory.ts';

type Asking = 'return' | 'withdraw' | 'olderText';

/** The steps of the story that is open; nothing before its first save. */
export function TransitionButtons(): ReactElement | null {
  const story = useStory();
  const { busy, make } = useSteps(story);
  const modified = useFormModified();
  const processing = useFormProcessing();
  const { openModal, closeModal } = useModal();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { id, stage, viewer, words } = story;
  if (id === undefined) return null;
  const dialog = `step-${id}`;

  function ask(question: Asking): void {
    setAsking(question);
    openModal(dialog);
  }

  function press(transition: TransitionName): void {
    if (transition === 'return' || transition === 'withdraw') ask(transition);
    else if (transition === 'publish' && modified) ask('olderText');
    else void make(transition);
  }

  async function answer(said: string): Promise<void> {
    const made =
      asking === 'return' ? await make('return', { reason: said }) : asking === 'withdraw' ? await make('withdraw', { notice: said }) : await make('publish');
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
          buttonStyle={transition === 'return' || transition === 'withdraw' ? 'secondary' : 'primary'}
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
          confirm={words.button[asking === 'olderText' ? 'publish' : asking]}
          busy={busy}
          onAnswer={(said) => void answer(said)}
          onCancel={close}
        />
      )}
    </>
  );
}

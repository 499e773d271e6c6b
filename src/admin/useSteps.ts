/** Without this hook each button would have to know how a step is made: save what was typed, ask, take over the answer, say how it went. */
'use client';
import { toast, useFormModified } from '@payloadcms/ui';
import { useState } from 'react';
import type { TransitionName } from '../editorial/stages.ts';
import { askForStep, type Refusal, type StepRequest } from './callDesk.ts';
import { lackingInWords } from './lacking.ts';
import { problemNotice } from './ProblemNotice.tsx';
import { agreedRevision } from './saving/savingLine.ts';
import { useSaving } from './saving/useSaving.ts';
import type { OpenStory } from './useStory.ts';
import type { Words } from './words.ts';

/** One notice at a time: a new outcome replaces the last one. */
const NOTICE = 'story-step';

export interface Steps {
  busy: boolean;
  /** Makes the step; resolves to whether it was made. */
  make: (transition: TransitionName, given?: StepRequest['words']) => Promise<boolean>;
}

/** The steps of `story`. What is in the form is saved first; when that fails, no step is made and nothing typed is lost. */
export function useSteps({ api, id, words, learn }: OpenStory): Steps {
  const [busy, setBusy] = useState(false);
  const modified = useFormModified();
  const { line, look, save } = useSaving();

  async function make(transition: TransitionName, given: StepRequest['words'] = {}): Promise<boolean> {
    if (id === undefined || busy) return false;
    setBusy(true);
    try {
      toast.dismiss(NOTICE);
      if (modified && !(await save())) {
        complain(words.notSaved);
        return false;
      }
      const answer = await line.run(() => askForStep(api, id, { transition, rev: agreedRevision(line), words: given }));
      if (answer === 'unreachable') complain(words.noAnswer);
      else if ('refusal' in answer) {
        if (answer.refusal.status === 412) await line.run(look);
        complain(...inWords(answer.refusal, words));
      } else {
        learn(answer.story);
        toast.success(words.done[transition], { id: NOTICE, duration: 5000 });
        return true;
      }
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, make };
}

/** Stays until it is closed: an editor works through the list while it is there. */
function complain(sentence: string, parts: readonly string[] = []): void {
  toast.error(problemNotice(sentence, parts), { id: NOTICE, duration: Infinity });
}

function inWords({ status, slug, detail, parts }: Refusal, words: Words): [string, string[]] {
  if (slug === 'not-ready') return [words.notReady, lackingInWords(parts, words)];
  if (slug === 'image-pending') return [words.imagePending, []];
  if (status === 412) return [words.movedOn, []];
  if (status === 401) return [words.signedOut, []];
  return [detail === '' ? words.noAnswer : detail, []];
}

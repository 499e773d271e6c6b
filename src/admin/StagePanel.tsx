/** Without this component nobody would see what has to happen next, nor who has done what to the story, and why. */
'use client';
import { useConfig, useTranslation } from '@payloadcms/ui';
import { useEffect, useState, type ReactElement } from 'react';
import type { Stage } from '../editorial/stages.ts';
import { newsroomZone } from './newsroomZone.ts';
import { momentInWords } from './typedMoment.ts';
import { changedSinceApproval } from './changedSinceApproval.ts';
import { namesOf, stepsOf, type Standing, type TakenStep } from './callDesk.ts';
import { QuoteWarnings } from './quotes/QuoteWarnings.tsx';
import { StagePills } from './StagePills.tsx';
import { useFreshStage } from './useFreshStage.ts';
import { useStory, type OpenStory } from './useStory.ts';
import { filled, type Words } from './words.ts';

/** Beside the form: the stages, the next step, and the story's way so far. */
export function StagePanel(): ReactElement | null {
  const story = useStory();
  const standing = useFreshStage(story);
  const { api, id, stage, words, updatedAt } = story;
  const inWords = useMoments();
  if (id === undefined) return null;
  const release = releaseAhead(standing);
  const goesOut = standing?.work === 'scheduled' ? standing.scheduledFor : null;
  return (
    <section className="stage-panel" aria-label={words.stage}>
      <StagePills stage={stage} />
      <p>{words.next[nextFor(stage)]}</p>
      {goesOut && <p>{filled(words.goesOutAt, { at: inWords(goesOut) })}</p>}
      {standing?.problem && <p className="stage-panel__warning">{filled(words.couldNotGoOut, { why: standing.problem.detail })}</p>}
      {release !== null && <p>{filled(words.releasedAt, { at: inWords(release) })}</p>}
      {changedSinceApproval(standing, updatedAt) && <p className="stage-panel__warning">{words.changedSinceApproval}</p>}
      <QuoteWarnings api={api} words={words} updatedAt={updatedAt} />
      <History story={story} standing={standing} />
    </section>
  );
}

interface HistoryProps {
  story: OpenStory;
  standing: Standing | null;
}

function History({ story: { api, id, words }, standing }: HistoryProps): ReactElement {
  const inWords = useMoments();
  const [steps, setSteps] = useState<TakenStep[] | null>(null);
  const [names, setNames] = useState<Map<string, string>>(new Map());
  const changedAt = standing?.changedAt;

  useEffect(() => {
    let gone = false;
    if (id === undefined) return;
    void stepsOf(api, id).then(async (taken) => {
      const people = [...new Set(taken.flatMap(({ by }) => (by.user === undefined ? [] : [by.user])))];
      const known = await namesOf(api, people);
      if (gone) return;
      setNames(known);
      setSteps(taken);
    });
    return () => {
      gone = true;
    };
  }, [api, id, changedAt]);

  return (
    <details className="stage-panel__history" open>
      <summary>{words.history}</summary>
      {steps?.length === 0 && <p>{words.noHistory}</p>}
      <ol>
        {steps?.map((step) => (
          <li key={step.id}>
            <strong>{words.step[step.transition] ?? step.transition}</strong> · {whoMade(step, names, words)}
            <br />
            <time dateTime={step.at} title={step.at}>
              {inWords(step.at)}
            </time>
            {step.scheduledFor && (
              <>
                <br />
                <time dateTime={step.scheduledFor} title={step.scheduledFor}>
                  {filled(words.forTime, { at: inWords(step.scheduledFor) })}
                </time>
              </>
            )}
            {[step.reason, step.notice].filter(Boolean).map((said) => (
              <blockquote key={said} dir="auto">
                {said}
              </blockquote>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}

function nextFor({ work, publication }: Stage): keyof Words['next'] {
  if (publication === 'killed') return 'killed';
  return work === 'draft' && publication === 'live' ? 'liveDraft' : work;
}

function whoMade({ by }: TakenStep, names: ReadonlyMap<string, string>, words: Words): string {
  if (by.system !== undefined) return words.routine[by.system];
  return names.get(by.user ?? '') ?? words.somebody;
}

function releaseAhead(standing: Standing | null): string | null {
  const at = standing?.publication === 'live' ? standing.releaseAt : null;
  return at && new Date(at) > new Date() ? at : null;
}

/** Instants by the newsroom's clocks, in the panel's language. */
function useMoments(): (instant: string) => string {
  const { i18n } = useTranslation();
  const { config } = useConfig();
  return (instant) => momentInWords(instant, i18n.language, newsroomZone(config));
}

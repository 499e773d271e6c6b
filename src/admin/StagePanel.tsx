/** Without this component nobody would see what has to happen next, nor who has done what to the story, and why. */
'use client';
import { useTranslation } from '@payloadcms/ui';
import { useEffect, useState, type ReactElement } from 'react';
import type { Stage } from '../editorial/stages.ts';
import { namesOf, stepsOf, type Standing, type TakenStep } from './callDesk.ts';
import { StagePills } from './StagePills.tsx';
import { useFreshStage } from './useFreshStage.ts';
import { useStory, type OpenStory } from './useStory.ts';
import { filled, type Words } from './words.ts';

/** Beside the form: the stages, the next step, and the story's way so far. */
export function StagePanel(): ReactElement | null {
  const story = useStory();
  const standing = useFreshStage(story);
  const { id, stage, words, updatedAt } = story;
  const { i18n } = useTranslation();
  if (id === undefined) return null;
  const release = releaseAhead(standing);
  return (
    <section className="stage-panel" aria-label={words.stage}>
      <StagePills stage={stage} />
      <p>{words.next[nextFor(stage)]}</p>
      {release !== null && <p>{filled(words.releasedAt, { at: moment(release, i18n.language) })}</p>}
      {changedSinceApproval(stage.work, standing, updatedAt) && <p className="stage-panel__warning">{words.changedSinceApproval}</p>}
      <History story={story} standing={standing} />
    </section>
  );
}

interface HistoryProps {
  story: OpenStory;
  standing: Standing | null;
}

function History({ story: { api, id, words }, standing }: HistoryProps): ReactElement {
  const { i18n } = useTranslation();
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
            <time dateTime={step.at}>{moment(step.at, i18n.language)}</time>
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

function changedSinceApproval(work: string, standing: Standing | null, updatedAt: string | undefined): boolean {
  if ((work !== 'approved' && work !== 'scheduled') || !standing?.changedAt || updatedAt === undefined) return false;
  return new Date(updatedAt) > new Date(standing.changedAt);
}

function moment(at: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

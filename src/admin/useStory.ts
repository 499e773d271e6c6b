/** Without this hook the stage line and the buttons could disagree: the story in the form, where it stands, and who looks at it. */
'use client';
import { useAuth, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui';
import { useCallback, useEffect, useRef } from 'react';
import { staffOf } from '../domain/roles.ts';
import type { Stage } from '../editorial/stages.ts';
import type { MovedStory } from './callDesk.ts';
import type { Viewer } from './offers.ts';
import { wordsIn, type Words } from './words.ts';

/** What the panel holds of the story that is open. */
export interface OpenStory {
  /** Undefined until the story was saved for the first time. */
  id: string | undefined;
  api: string;
  stage: Stage;
  viewer: Viewer;
  words: Words;
  updatedAt: string | undefined;
  /** Takes over what the server said about the story, and leaves what was typed alone. */
  learn: (news: Partial<MovedStory>) => void;
}

interface Saved extends Partial<MovedStory> {
  owner?: string | { id: string } | null;
}

/** The story of the edit view around the component. */
export function useStory(): OpenStory {
  const { id, data, setData } = useDocumentInfo();
  const { config } = useConfig();
  const { user } = useAuth();
  const { i18n } = useTranslation();
  const saved: Saved = data ?? {};
  const latest = useRef(saved);
  useEffect(() => {
    latest.current = saved;
  });

  const learn = useCallback(
    (news: Partial<MovedStory>) => {
      const { work, publication, updatedAt } = { ...latest.current, ...news };
      latest.current = { ...latest.current, work, publication, updatedAt };
      setData?.(latest.current);
    },
    [setData],
  );

  const staff = staffOf({ user: user ?? null });
  const owner = typeof saved.owner === 'object' ? saved.owner?.id : saved.owner;
  return {
    id: id === undefined ? undefined : String(id),
    api: config.routes.api,
    stage: { work: saved.work ?? 'draft', publication: saved.publication ?? 'none' },
    viewer: { roles: staff?.roles ?? [], owns: staff !== null && owner === staff.id },
    words: wordsIn(i18n.language),
    updatedAt: saved.updatedAt,
    learn,
  };
}

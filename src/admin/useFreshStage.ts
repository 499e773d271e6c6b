/** Without this hook the buttons would show a stage that is long past: a colleague moved the story, or one of its parts was edited. */
'use client';
import { useDocumentEvents } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { standingOf, type Standing } from './callDesk.ts';
import type { OpenStory } from './useStory.ts';

/** Where the story stands, asked for again after each save, when the window is looked at again, and after a part was saved in a drawer. */
export function useFreshStage({ api, id, stage, updatedAt, learn }: OpenStory): Standing | null {
  const [standing, setStanding] = useState<Standing | null>(null);
  const { mostRecentUpdate } = useDocumentEvents();
  const looks = useLooks();
  const { work, publication } = stage;

  useEffect(() => {
    let gone = false;
    if (id === undefined) return;
    void standingOf(api, id).then((row) => {
      if (gone || row === null) return;
      setStanding(row);
      if (row.work !== work || row.publication !== publication) learn({ work: row.work, publication: row.publication });
    });
    return () => {
      gone = true;
    };
  }, [api, id, work, publication, updatedAt, mostRecentUpdate, looks, learn]);

  return standing;
}

/** How often somebody came back to this window. */
function useLooks(): number {
  const [looks, setLooks] = useState(0);
  useEffect(() => {
    const look = () => setLooks((before) => before + 1);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return looks;
}

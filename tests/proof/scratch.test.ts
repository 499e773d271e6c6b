import { it } from 'vitest';
import { Journal } from '../helpers/journal.ts';
import { mortalNewsroom } from '../helpers/mortalNewsroom.ts';
import { PersistentClient } from '../helpers/persistentClient.ts';
import { writeStory } from '../helpers/storyWorkload.ts';
it('x', async () => {
  const room = await mortalNewsroom();
  const journal = new Journal();
  const client = new PersistentClient(room.chief, journal);
  const site = await client.create('outlets', { name: 'Quay News', kinds: ['website'], storyUrl: 'https://quay.example/{language}/{slug}' });
  let next = 0;
  const t = Date.now();
  try {
  await Promise.all(Array.from({length: Number(process.env.CLIENTS ?? 6)}, async () => { const memory = {}; while (next < 60) { next += 1; await writeStory(client, journal, next, {site}, memory); } }));
  } finally {
  console.log(next, 'stories', journal.acknowledged, 'acks', Date.now() - t, 'ms', journal.unanswered);
  await room.stop();
  }
}, 300000);

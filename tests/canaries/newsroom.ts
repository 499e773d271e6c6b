/** Without this file the search for leaks would have nothing to find: a newsroom in which every place that is not public holds a secret. */
import { contractEntry } from '../access/storedRows.ts';
import { counterpoint, testEnvironment } from '../helpers/commandLine.ts';
import { startNewsroom, type Newsroom, type NewsroomOptions } from '../helpers/newsroom.ts';
import { storyDocument } from '../helpers/storyDocument.ts';
import { wordpressExport } from '../helpers/wordpressExport.ts';
import { Marks } from './marks.ts';
import { people, type People } from './people.ts';
import { move, plantStory, rewrite, saying, type Ids, type Planter } from './stories.ts';
import { excerptWords } from './words.ts';

const farAway = '2091-04-17T05:06:07.000Z';

/** By state; readers see `live`, and `withdrawn` until somebody withdraws it. */
type Stories = Record<'never' | 'inReview' | 'approved' | 'scheduled' | 'embargoed' | 'withdrawn' | 'live' | 'translation', Ids>;

export interface CanaryNewsroom extends People {
  newsroom: Newsroom;
  marks: Marks;
  planter: Planter;
  stories: Stories;
  /** Imports a story that goes out, so that readers see a document that has an origin, and one that stays a draft. */
  importDocuments(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a newsroom and plants everything but what `importDocuments` does. */
export async function plantedNewsroom(options: Omit<NewsroomOptions, 'on'> = {}): Promise<CanaryNewsroom> {
  const place = testEnvironment();
  const newsroom = await startNewsroom({ ...options, on: place });
  const marks = new Marks();
  const staff = await people(newsroom, marks);
  const { editor, named } = staff;
  const planter = { newsroom, desk: editor, marks };
  const reason = (state: string, field: string) => marks.at(`${state}: ${field}`);

  const never = await plantStory(planter, {
    state: 'never published',
    article: { storyDate: marks.literal('never published: articles.storyDate', '1673-02-03'), assignee: named },
    topic: { mediaTopic: marks.literal('never published: topics.mediaTopic', 'medtop:98765432') },
    excerpt: {
      snapshot: {
        text: `It ${reason('never published', 'news-excerpts.snapshot.text')} so.`,
        sourceUrl: `https://example.org/${reason('never published', 'news-excerpts.snapshot.sourceUrl')}`,
      },
      publishedOn: marks.literal('never published: news-excerpts.publishedOn', '1674-03-05'),
    },
    author: { user: named },
  });
  const inReview = await plantStory(planter, { state: 'in review' });
  await move(editor, inReview.articles, 'submit', ['return', { reason: reason('in review', 'transitions.reason') }], 'submit');
  const approved = await plantStory(planter, { state: 'approved' });
  await move(editor, approved.articles, 'submit', 'approve');
  const scheduled = await plantStory(planter, { state: 'scheduled' });
  await move(editor, scheduled.articles, 'submit', 'approve', ['schedule', { at: '2092-05-18T06:07:08.000Z' }]);
  marks.literal('scheduled: workflow.scheduledFor', '2092-05-18T06:07:08');
  const embargoed = await plantStory(planter, { state: 'embargoed', article: { embargoUntil: farAway } });
  marks.literal('embargoed: articles.embargoUntil', farAway.slice(0, 19));
  await move(editor, embargoed.articles, 'submit', 'approve', 'publish');

  const withdrawn = await plantStory(planter, { state: 'withdrawn' });
  await move(editor, withdrawn.articles, 'submit', 'approve', 'publish');
  const live = await plantStory(planter, { state: 'live, before it was published', names: { state: 'live', kind: 'beacon' } });
  await rewrite(planter, live, 'live, before it was corrected', 'canary', { assignee: named });
  await move(editor, live.articles, 'submit', 'approve', 'publish');
  // A changed part puts its story back in review by itself.
  await rewrite(planter, live, 'live', 'beacon');
  await move(editor, live.articles, 'approve', ['correct', { notice: reason('live', 'publications.notice') }]);
  const fresh = await editor.create('news-excerpts', { ...excerptWords(saying(marks, 'live, a new part')), outlet: live.outlets });
  await rewrite(planter, live, 'live, newer draft', 'canary', { excerpts: [live['news-excerpts'], fresh.id] });

  await contractEntry(newsroom, { partner: reason('a partner', 'ledger.header'), terms: reason('a partner', 'ledger.content') });
  await editor.send('POST', '/api/payload-preferences/articles-list', { value: { search: reason('the editor', 'payload-preferences.value') } });
  const translation = await plantStory(planter, { state: 'translation', article: { translationOf: live.articles } });
  return {
    ...staff,
    newsroom,
    marks,
    planter,
    stories: { never, inReview, approved, scheduled, embargoed, withdrawn, live, translation },
    importDocuments,
    close: async () => {
      await newsroom.kill();
      await place.remove();
    },
  };

  async function importDocuments(): Promise<void> {
    place.write(`${marks.at('imported and live: articles.origin')}.md`, storyDocument());
    const mark = (field: string) => marks.at(`imported draft: ${field}`);
    place.write(
      `${mark('imports.key')}.md`,
      storyDocument({
        title: `About the ${mark('articles.title')}`,
        outlet: `The ${mark('outlets.name')} Post`,
        quote: `“It says ${mark('news-excerpts.quote')},” somebody said.`,
        comment: `An answer that says ${mark('commentaries.body')}.`,
        author: `Ana ${mark('authors.name')}`,
        extra: `To whom it may concern: ${mark('articles.notes')}.\n\n`,
      }),
    );
    const link = `https://${mark('redirects.host')}.example/${mark('redirects.path')}`;
    place.write(
      'site.xml',
      wordpressExport([
        {
          id: 7,
          title: `Brought from a ${mark('articles.title, of a site')}`,
          slug: mark('articles.slug, of a site'),

          link,
          html: '<p>Some words.</p>',
        },
      ]),
    );
    const { code, stderr } = await counterpoint(place, ['import', '--date', '2024-05-30', '.']);
    if (code !== 0) throw new Error(stderr);
    const { body } = await editor.send<{ docs: { id: string; title: string }[] }>('GET', '/api/articles?draft=true&depth=0&limit=100');
    const imported = body.docs.find(({ title }) => title === 'A bench by the river');
    if (imported === undefined) throw new Error('The imported story is not there.');
    await move(editor, imported.id, 'submit', 'approve', 'publish');
  }
}

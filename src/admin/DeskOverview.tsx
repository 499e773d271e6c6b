/** Without this component the first page of the panel would say what there is, and not what has to be done. */
import type { PayloadRequest, Where } from 'payload';
import type { ReactElement } from 'react';
import { DESK_ROLES, hasRole, staffOf } from '../domain/roles.ts';
import type { Work } from '../editorial/stages.ts';
import { wordsIn } from './words.ts';

interface OverviewProps {
  payload: PayloadRequest['payload'];
  user: PayloadRequest['user'];
  i18n: { language: string };
}

interface Listed {
  id: string;
  title?: string | null;
  language?: string | null;
}

/** As many stories as one looks through at a glance. */
const MOST = 8;

/** The stories that wait for whoever is signed in: for the desk those in review and approved, for everybody their own drafts. */
export async function DeskOverview({ payload, user, i18n }: OverviewProps): Promise<ReactElement | null> {
  const staff = staffOf({ user });
  if (staff === null || staff.roles.every((role) => role === 'syndication')) return null;
  const words = wordsIn(i18n.language).overview;
  const onDesk = hasRole({ user }, DESK_ROLES);
  const drafts = { heading: words.drafts, stories: await storiesAt('draft', { owner: { equals: staff.id } }) };
  const waiting = onDesk
    ? [
        { heading: words.inReview, stories: await storiesAt('in_review') },
        { heading: words.approved, stories: await storiesAt('approved') },
      ]
    : [];
  const lists = [...waiting, drafts].filter(({ stories }) => stories.length > 0);
  const { admin } = payload.config.routes;

  /** The stories at a stage of work, those that have waited longest first; a draft that is out already waits for nobody. */
  async function storiesAt(work: Work, which: Where = {}): Promise<Listed[]> {
    const where: Where = work === 'draft' ? { work: { equals: work }, publication: { equals: 'none' } } : { work: { equals: work } };
    const asked = { depth: 0, overrideAccess: false, user, pagination: false } as const;
    const rows = await payload.find({ ...asked, collection: 'workflow', where, sort: 'changedAt', limit: 200 });
    const order = rows.docs.map(({ article }) => article as string);
    if (order.length === 0) return [];
    const found = await payload.find({
      ...asked,
      collection: 'articles',
      draft: true,
      where: { and: [{ id: { in: order } }, which] },
      limit: 200,
      select: { title: true, language: true },
    });
    const stories = new Map(found.docs.map((story) => [String(story.id), story as unknown as Listed]));
    return order.flatMap((id) => stories.get(id) ?? []).slice(0, MOST);
  }

  return (
    <section className="desk-overview">
      <h2>{words.heading}</h2>
      {lists.length === 0 && <p>{words.nothing}</p>}
      <div className="desk-overview__lists">
        {lists.map(({ heading, stories }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <ul>
              {stories.map(({ id, title, language }) => (
                <li key={id}>
                  <a href={`${admin}/collections/articles/${id}`} lang={language ?? undefined} dir="auto">
                    {title || words.untitled}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

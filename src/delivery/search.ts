/** Stories by what they say, why each was found, and what could narrow the search: without this file an archive would be as good as lost. */
import { facetKinds, type FacetKind } from '../replica/rows.ts';
import type { CountedFacets } from '../replica/names.ts';
import { termsOf } from '../replica/searchWords.ts';
import { foundBy, shown } from './articleList.ts';
import { highlightsOf } from './highlights.ts';
import { pageReply } from './pages.ts';
import { askedIn } from './parameters.ts';
import type { Asked, Reply } from './ready.ts';
import { searchParameters } from './schemas/parameters.ts';

export type ShownFacets = Record<Exclude<FacetKind, 'writtenFor'>, { value: string; name: string | null; count: number }[]> & { approximate: boolean };

/** Of each kind, the most frequent. */
const MOST_VALUES = 100;

/** `/v1/search`. */
export async function search(asked: Asked): Promise<Reply> {
  const query = askedIn(asked.query, searchParameters);
  const { stories, filter, next, total } = await foundBy(asked, query);
  const terms = termsOf(query.q);
  const data = stories.map((story) => ({ ...shown(story, query, asked.context), highlights: highlightsOf(story, terms) }));
  const facets = query.facets ? { facets: shownFacets(await asked.questions.facets(filter)) } : {};
  return pageReply(asked, { data, limit: query.limit, next, ...total, ...facets });
}

/** By kind: the value that the filter of that name takes, how it is printed, and how many stories have it. */
export function shownFacets({ facets, approximate }: CountedFacets): ShownFacets {
  const kinds = facetKinds.filter((kind) => kind !== 'writtenFor');
  const counted = kinds.map((kind) => {
    const values = facets.filter((facet) => facet.kind === kind).slice(0, MOST_VALUES);
    return [kind, values.map(({ value, slug, name, count }) => ({ value: slug ?? value, name, count }))];
  });
  return { ...(Object.fromEntries(counted) as Omit<ShownFacets, 'approximate'>), approximate };
}

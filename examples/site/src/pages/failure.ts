/** What a reader is told when there is nothing to show: without this page a story that was taken back would look like one that never was. */
import { momentTree } from '../dates.ts';
import { h, type ElementContent } from '../html.ts';
import { ConnectionError, GoneError, ProblemError } from '../newsroom.ts';
import type { Asked, Page } from '../site.ts';
import { broken } from '../tongues.ts';

/** There is no such page on this site. */
export class NotFound extends Error {}

/** Seconds after which it is worth asking again. */
const A_MOMENT = 10;

/** The page for what was thrown; undefined for what no reader has caused. */
export function failure(error: unknown, { language, words }: Pick<Asked, 'language' | 'words'>): Page | undefined {
  const page = (status: number, title: string, more: ElementContent[]): Page => {
    return {
      status,
      language,
      title,
      main: [h('div', { className: ['failure'] }, [h('p', { className: ['kicker'] }, String(status)), h('h1', title), ...more])],
    };
  };
  if (error instanceof NotFound || (error instanceof ProblemError && error.status === 404)) return page(404, words.notFound, [h('p', words.notFoundMore)]);
  if (error instanceof GoneError) {
    const notice = error.notice === null ? [] : [h('p', { className: ['notice'], dir: 'auto' }, broken(error.notice))];
    const at = error.at === null ? [] : [h('p', momentTree(error.at, language))];
    return page(410, error.slug === 'article-killed' ? words.killed : words.withdrawn, [...notice, ...at]);
  }
  if (error instanceof ProblemError && (error.status === 400 || error.status === 422))
    return page(400, words.refused, [h('p', { lang: 'en', dir: 'ltr' }, error.detail)]);
  if (error instanceof ConnectionError || (error instanceof ProblemError && error.status >= 429)) {
    return { ...page(503, words.down, [h('p', words.downMore)]), retryAfter: A_MOMENT };
  }
  return undefined;
}

/** For what went wrong here. */
export function ownFailure({ language, words }: Pick<Asked, 'language' | 'words'>): Page {
  return { status: 500, language, title: words.down, main: [h('div', { className: ['failure'] }, [h('h1', words.down), h('p', words.downMore)])] };
}

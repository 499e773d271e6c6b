/** Which page is at an address: without this file the site would be a folder of pages that nobody can reach. */
import { addresses, type Kind } from './addresses.ts';
import { corrections } from './pages/corrections.ts';
import { NotFound } from './pages/failure.ts';
import { front } from './pages/front.ts';
import { name } from './pages/name.ts';
import { names } from './pages/names.ts';
import { search } from './pages/search.ts';
import { story } from './pages/story.ts';
import type { Asked, Moved, Page } from './site.ts';
import { languageFor, languages } from './words/index.ts';

const kinds: readonly string[] = ['topics', 'authors', 'outlets'] satisfies Kind[];

/** The page that `asked` asks for. @throws NotFound, or what the client throws */
export async function pageAt(asked: Asked, acceptLanguage: string | undefined): Promise<Page | Moved> {
  const { path, site } = asked;
  if (path === '/') return { location: addresses.front(preferred(acceptLanguage) ?? site.settings.language), status: 302 };
  if (path.endsWith('/')) return { location: path.replace(/\/+$/, '').replace(/^\/+/, '/'), status: 308 };
  const [language = '', section, slug, ...more] = segmentsOf(path);
  if (more.length > 0) throw new NotFound();
  if (section === 'articles' && slug !== undefined) return story(asked, { language, slug });
  if (!languages.includes(language)) throw new NotFound();
  if (section === undefined) return front(asked);
  if (isKind(section)) return slug === undefined ? names(asked, section) : name(asked, section, slug);
  if (section === 'search' && slug === undefined) return search(asked);
  if (section === 'corrections' && slug === undefined) return corrections(asked);
  throw new NotFound();
}

/** The language of the words at `path`: that of its first segment, where the site has it. */
export function languageAt(path: string, otherwise: string): string {
  return languageFor(/^\/([\w-]+)/.exec(path)?.[1] ?? '') ?? otherwise;
}

function isKind(section: string): section is Kind {
  return kinds.includes(section);
}

function segmentsOf(path: string): string[] {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    throw new NotFound();
  }
}

/** The language that a browser likes best of those that there are (RFC 9110, section 12.5.4). */
function preferred(acceptLanguage = ''): string | undefined {
  const ranges = acceptLanguage.split(',').map((piece) => {
    const [tag = '', ...parameters] = piece.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    return { tag, weight: quality === undefined ? 1 : Number(quality.slice(2)) };
  });
  const wanted = ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return wanted.map(({ tag }) => languageFor(tag)).find((language) => language !== undefined);
}

/** What the site is told when it starts: without this file nobody could run it elsewhere than at home. */
import { parseArgs } from 'node:util';
import { languageFor } from './words/index.ts';

export interface Settings {
  /** Where the newsroom answers, as this process sees it. */
  newsroom: string;
  /** Where readers find the newsroom's feeds and other shapes of a story. */
  newsroomForReaders: string;
  /** Where readers find this site. */
  siteUrl: string;
  name: string;
  /** Offered to readers whose own language the site does not have. */
  language: string;
  host: string;
  port: number;
}

export const help = `A site for readers of a Counterpoint newsroom.

  npm run site -- [options]

  --newsroom URL       where the newsroom answers           NEWSROOM_URL         http://localhost:3000
  --newsroom-public-url URL  where readers find its feeds   NEWSROOM_PUBLIC_URL  as --newsroom
  --url URL            where readers find this site         SITE_URL             http://localhost:PORT
  --name NAME          what it is called                    SITE_NAME            Counterpoint
  --language TAG       for readers with no other            SITE_LANGUAGE        en
  --port N             0 for any free one                   PORT                 4000
  --host NAME                                               HOST                 127.0.0.1
  --help               this
`;

/** The settings in `given` and, where it says nothing, in `environment`; null where help is asked for. @throws Error that says what is wrong */
export function settingsIn(given: readonly string[], environment: Readonly<Record<string, string | undefined>>): Settings | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...given],
    options: { 'newsroom-public-url': text, newsroom: text, url: text, name: text, language: text, port: text, host: text, help: { type: 'boolean' } },
  });
  if (values.help === true) return null;
  const newsroom = address('--newsroom', values.newsroom ?? environment.NEWSROOM_URL ?? 'http://localhost:3000');
  const port = portIn(values.port ?? environment.PORT ?? '4000');
  const language = languageFor(values.language ?? environment.SITE_LANGUAGE ?? 'en');
  if (language === undefined) throw new Error('--language: the site has no words in that language.');
  return {
    ...{ newsroom, port, language, host: values.host ?? environment.HOST ?? '127.0.0.1', name: values.name ?? environment.SITE_NAME ?? 'Counterpoint' },
    newsroomForReaders: address('--newsroom-public-url', values['newsroom-public-url'] ?? environment.NEWSROOM_PUBLIC_URL ?? newsroom),
    siteUrl: address('--url', values.url ?? environment.SITE_URL ?? `http://localhost:${port}`),
  };
}

function address(name: string, value: string): string {
  if (!/^https?:/.test(value) || !URL.canParse(value)) throw new Error(`${name}: ${value} is no http or https address.`);
  return value.replace(/\/+$/, '');
}

function portIn(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) throw new Error(`--port: ${value} is no port.`);
  return Number(value);
}

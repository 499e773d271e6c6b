/** Without this file each proof would have its own idea of what a reader is shown of a story, and of its history. */

/** What a reader is shown; null where nothing is said of it. */
export interface Shown {
  status: number;
  revision: number | null;
  title: string | null;
}

/** What a node shows of a story, and its public history: kind and revision, newest first. */
export interface Reading extends Shown {
  history: string[];
}

/** What the node at `url` shows of a story now. @throws {TypeError} when it is gone. */
export async function readStory(url: string, article: string): Promise<Shown> {
  const { status, body } = await read(`${url}/v1/articles/${article}`);
  const { revision, title } = body as { revision?: number; title?: string };
  return { status, revision: status === 200 ? (revision ?? null) : null, title: status === 200 ? (title ?? null) : null };
}

/** What the node at `url` shows of each of `articles`, with its history. */
export async function readAll(url: string, articles: readonly string[]): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  for (const article of articles) {
    const [shown, { body }] = await Promise.all([readStory(url, article), read(`${url}/v1/articles/${article}/editions`)]);
    const { data = [] } = body as { data?: { kind: string; revision: number }[] };
    readings.set(article, { ...shown, history: data.map(({ kind, revision }) => `${kind} ${revision}`) });
  }
  return readings;
}

async function read(address: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(address);
  return { status: response.status, body: await response.json() };
}

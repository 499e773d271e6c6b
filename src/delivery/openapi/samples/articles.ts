/** How to list stories and go on to the next page, to copy: without it everybody would find out about cursors alone. */
import { inThreeLanguages, SAMPLE_ORIGIN } from './samples.ts';

export const listSamples = inThreeLanguages({
  curl: `
curl -fsS '${SAMPLE_ORIGIN}/v1/articles?language=en&limit=5'
`,
  typescript: `
interface Page {
  data: { title: string; language: string; slug: string }[];
  page: { next: string | null };
}

// Three pages of five; without a limit of your own, go on until next is null.
let cursor: string | null = null;
for (let page = 0; page < 3; page += 1) {
  const address = new URL('${SAMPLE_ORIGIN}/v1/articles?language=en&limit=5');
  if (cursor !== null) address.searchParams.set('cursor', cursor);
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
  const { data, page: where } = (await answer.json()) as Page;
  for (const { title } of data) console.log(title);
  cursor = where.next;
  if (cursor === null) break;
}
`,
  python: `
import json
from urllib.parse import urlencode
from urllib.request import urlopen

# Three pages of five; without a limit of your own, go on until next is None.
query = {"language": "en", "limit": 5}
for _ in range(3):
    with urlopen("${SAMPLE_ORIGIN}/v1/articles?" + urlencode(query)) as answer:
        page = json.load(answer)
    for article in page["data"]:
        print(article["title"])
    if page["page"]["next"] is None:
        break
    query["cursor"] = page["page"]["next"]
`,
});

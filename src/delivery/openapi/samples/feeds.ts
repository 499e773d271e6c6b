/** How to read a feed by program, to copy: without it JSON Feed would be taken for something only feed readers can use. */
import { inThreeLanguages, SAMPLE_ORIGIN } from './samples.ts';

export const feedSamples = inThreeLanguages({
  curl: `
curl -fsS '${SAMPLE_ORIGIN}/feeds/articles.atom?language=en&limit=5'
`,
  typescript: `
const answer = await fetch('${SAMPLE_ORIGIN}/feeds/articles.json?language=en&limit=5');
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
const { items } = (await answer.json()) as { items: { title: string; date_published: string }[] };
for (const { title, date_published } of items) console.log(date_published, title);
`,
  python: `
import json
from urllib.request import urlopen

with urlopen("${SAMPLE_ORIGIN}/feeds/articles.json?language=en&limit=5") as answer:
    items = json.load(answer)["items"]
for item in items:
    print(item["date_published"], item["title"])
`,
});

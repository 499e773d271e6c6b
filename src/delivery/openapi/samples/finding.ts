/** How to search, leaf through names and follow corrections, to copy: without it nobody would see what highlights and counts are for. */
import { inThreeLanguages, SAMPLE_ORIGIN } from './samples.ts';

export const searchSamples = inThreeLanguages({
  curl: `
curl -fsS --get '${SAMPLE_ORIGIN}/v1/search' --data-urlencode 'q=ferry "every hour"' --data-urlencode 'language=en'
curl -fsS --get '${SAMPLE_ORIGIN}/v1/search' --data-urlencode 'q=ferry' --data-urlencode 'limit=3'
`,
  typescript: `
const address = new URL('${SAMPLE_ORIGIN}/v1/search');
address.searchParams.set('q', 'ferry');
const answer = await fetch(address);
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
const { data, facets } = (await answer.json()) as {
  data: { title: string; highlights: { field: string; text: string }[] }[];
  facets: { language: { value: string; count: number }[] };
};
// What was found stands in <mark>; everything else is escaped.
for (const { title, highlights } of data) console.log(title, highlights[0]?.text ?? '');
for (const { value, count } of facets.language) console.log(value, count);
`,
  python: `
import json
from urllib.parse import urlencode
from urllib.request import urlopen

with urlopen("${SAMPLE_ORIGIN}/v1/search?" + urlencode({"q": "ferry"})) as answer:
    found = json.load(answer)
# What was found stands in <mark>; everything else is escaped.
for article in found["data"]:
    print(article["title"], *[highlight["text"] for highlight in article["highlights"][:1]])
for facet in found["facets"]["language"]:
    print(facet["value"], facet["count"])
`,
});

export const nameSamples = inThreeLanguages({
  curl: `
curl -fsS '${SAMPLE_ORIGIN}/v1/authors?limit=10'
`,
  typescript: `
const answer = await fetch('${SAMPLE_ORIGIN}/v1/authors?limit=10');
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
const { data } = (await answer.json()) as { data: { slug: string; name: string; articles: { author: number } }[] };
// Their stories: /v1/articles?author={slug}
for (const { slug, name, articles } of data) console.log(slug, name, articles.author);
`,
  python: `
import json
from urllib.request import urlopen

with urlopen("${SAMPLE_ORIGIN}/v1/authors?limit=10") as answer:
    authors = json.load(answer)["data"]
# Their stories: /v1/articles?author={slug}
for author in authors:
    print(author["slug"], author["name"], author["articles"]["author"])
`,
});

export const correctionSamples = inThreeLanguages({
  curl: `
curl -fsS '${SAMPLE_ORIGIN}/v1/corrections?limit=5'
`,
  typescript: `
const answer = await fetch('${SAMPLE_ORIGIN}/v1/corrections?limit=5');
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
const { data } = (await answer.json()) as { data: { title: string; corrections: { at: string; notice: string }[] }[] };
for (const { title, corrections } of data) {
  for (const { at, notice } of corrections) console.log(at, title, notice);
}
`,
  python: `
import json
from urllib.request import urlopen

with urlopen("${SAMPLE_ORIGIN}/v1/corrections?limit=5") as answer:
    articles = json.load(answer)["data"]
for article in articles:
    for correction in article["corrections"]:
        print(correction["at"], article["title"], correction["notice"])
`,
});

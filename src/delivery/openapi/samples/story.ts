/** How to read a story, keep it, and see what became of it, to copy: without it nobody would ask again with the tag they have. */
import { inThreeLanguages, SAMPLE_ORIGIN } from './samples.ts';

const address = `${SAMPLE_ORIGIN}/v1/articles/en/the-last-ferry-leaves-too-early`;

export const storySamples = inThreeLanguages({
  curl: `
# As Markdown; -L follows a story to its new address.
curl -fsS -L -H 'Accept: text/markdown' '${address}'
`,
  typescript: `
const address = '${address}';
const answer = await fetch(address);
if (answer.status === 410) throw new Error('The story was taken back.');
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
const story = (await answer.json()) as {
  title: string;
  excerpts: { outlet: { name: string }; quote: string[] }[];
  commentaries: { text: string }[];
};
console.log(story.title);
for (const { outlet, quote } of story.excerpts) console.log(\`\${outlet.name}: \${quote.join(' ')}\`);
for (const { text } of story.commentaries) console.log(text);

// Later: 304 and no body, as long as nothing has changed.
const again = await fetch(address, { headers: { 'If-None-Match': answer.headers.get('ETag') ?? '' } });
console.log(again.status);
`,
  python: `
import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen

address = "${address}"
with urlopen(address) as answer:
    story = json.load(answer)
    tag = answer.headers["ETag"]
print(story["title"])
for excerpt in story["excerpts"]:
    print(excerpt["outlet"]["name"] + ": " + " ".join(excerpt["quote"]))
for commentary in story["commentaries"]:
    print(commentary["text"])

# Later: 304 and no body, as long as nothing has changed.
try:
    print(urlopen(Request(address, headers={"If-None-Match": tag})).status)
except HTTPError as answer:
    print(answer.code)
`,
});

export const editionSamples = inThreeLanguages({
  curl: `
id=$(curl -fsS '${SAMPLE_ORIGIN}/v1/articles?limit=1&fields=id' | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
curl -fsS "${SAMPLE_ORIGIN}/v1/articles/$id/editions"
`,
  typescript: `
const read = async <Body>(path: string): Promise<Body> => {
  const answer = await fetch(\`${SAMPLE_ORIGIN}\${path}\`);
  if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
  return (await answer.json()) as Body;
};
const { data: stories } = await read<{ data: { id: string }[] }>('/v1/articles?limit=1&fields=id');
for (const { id } of stories) {
  const { data } = await read<{ data: { revision: number; kind: string; at: string }[] }>(\`/v1/articles/\${id}/editions\`);
  for (const { revision, kind, at } of data) console.log(revision, kind, at);
}
`,
  python: `
import json
from urllib.request import urlopen


def read(path):
    with urlopen("${SAMPLE_ORIGIN}" + path) as answer:
        return json.load(answer)


for story in read("/v1/articles?limit=1&fields=id")["data"]:
    for edition in read(f"/v1/articles/{story['id']}/editions")["data"]:
        print(edition["revision"], edition["kind"], edition["at"])
`,
});

/** Without this file only we would say that our linked data means something: it is expanded by `jsonld`, with schema.org's context at hand and no other. */
import jsonld from 'jsonld';
import { schemaOf } from './schemas.ts';

type Context = Record<string, unknown> & { '@vocab'?: string };

/** Without `@vocab` a word that schema.org does not have leads nowhere, and safe mode says so. */
function known(): Context {
  const { '@context': context } = schemaOf('schemaorg-context.jsonld') as { '@context': Context };
  const { '@vocab': _vocab, ...terms } = context;
  return terms;
}

const context = known();

function documentLoader(url: string): Promise<{ documentUrl: string; document: object }> {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) return Promise.reject(new Error(`No context lies at ${url}`));
  return Promise.resolve({ documentUrl: url, document: { '@context': context } });
}

/** What is wrong with a JSON-LD document. */
export async function jsonLdComplaints(document: string): Promise<string[]> {
  try {
    const [node, ...more] = await expandedJsonLd(document);
    if (node === undefined || more.length > 0) return ['It is not one thing.'];
    return [...wrongIn(node)];
  } catch (error) {
    // In safe mode the reason lies in the details.
    return [`${String(error)} ${JSON.stringify((error as { details?: unknown }).details ?? {})}`];
  }
}

/** A JSON-LD document with every word as an address. */
export function expandedJsonLd(document: string): Promise<Record<string, unknown>[]> {
  return jsonld.expand(JSON.parse(document), { documentLoader, safe: true });
}

function* wrongIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* wrongIn(one);
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return;
  for (const [key, value] of Object.entries(node)) {
    if (!key.startsWith('@') && !key.startsWith('http://schema.org/')) yield `${key} is not a word of schema.org`;
    if (key === '@type' && Array.isArray(value)) for (const type of value) if (!String(type).startsWith('http://')) yield `${String(type)} is no type`;
    yield* wrongIn(value);
  }
}

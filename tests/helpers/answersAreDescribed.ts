/** Without this file only tests that remember to look would find an answer that the documentation does not know: every answer that a test fetches from /v1, /feeds and their like is held against docs/openapi.json. */
import { afterAll, afterEach, expect } from 'vitest';
import { complaintsSoFar, hear, isPublished } from './heard.ts';

const plainFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const response = await plainFetch(input, init);
  const url = response.url;
  if (!url.startsWith('http') || !isPublished(url)) return response;
  const endless = response.headers.get('Content-Type')?.startsWith('text/event-stream') === true;
  await hear({
    method: (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase(),
    url,
    status: response.status,
    header: (name) => response.headers.get(name),
    body: endless ? undefined : await response.clone().text(),
  });
  return response;
};

const nothingIsUnknown = () => {
  expect(complaintsSoFar(), 'answers that docs/openapi.json does not describe').toEqual([]);
};
afterEach(nothingIsUnknown);
// What was asked before the first test, or after the last.
afterAll(nothingIsUnknown);

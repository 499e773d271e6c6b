/** Without this file a test would see answers as `fetch` has unpacked them: the bytes as they travel, and a sentence-by-sentence way to read them. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { hear, isPublished } from './heard.ts';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** As UTF-8; of an answer without a coding. */
  text: string;
  /** @throws when it is not JSON. */
  json<Body = Record<string, unknown>>(): Body;
}

/** One request, with exactly these headers and the path as it is written, read to its end. */
export async function rawGet(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> {
  const answer = await answerTo(url, headers, method);
  if (isPublished(url)) {
    const header = (name: string) => answer.headers[name.toLowerCase()]?.toString() ?? null;
    await hear({ method, url, status: answer.status, header, body: unpacked(answer) });
  }
  return answer;
}

function unpacked({ headers, bytes }: RawAnswer): string {
  if (bytes.length === 0) return '';
  if (headers['content-encoding'] === 'br') return brotliDecompressSync(bytes).toString();
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString();
}

function answerTo(url: string, headers: Record<string, string>, method: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const { origin, pathname, search } = new URL(url);
    // Only what stands in an address may be sent as it is.
    const path = /^[!-~]+$/.test(url) ? url.slice(origin.length) || '/' : pathname + search;
    const asked = request(origin, { path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text, json: <Body>() => JSON.parse(text) as Body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Without this file a test would see answers as `fetch` has unpacked them: the bytes as they travel, and a sentence-by-sentence way to read them. */
import { request, type IncomingHttpHeaders } from 'node:http';

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** As UTF-8; of an answer without a coding. */
  text: string;
  /** @throws when it is not JSON. */
  json<Body = Record<string, unknown>>(): Body;
}

/** One request, with exactly these headers, read to its end. */
export function rawGet(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
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

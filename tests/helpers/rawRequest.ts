/** Without this file no test could send what a well-behaved client never sends. */
import { connect } from 'node:net';

/** A connection on which bytes are written by hand. */
export interface RawConnection {
  write(text: string): void;
  /** Everything the server has sent, once it has closed the connection. */
  closed: Promise<string>;
  /** Resolves as soon as the server has sent `text`. */
  sends(text: string): Promise<void>;
}

/** Opens a connection to `url` (scheme, host and port). */
export function rawConnection(url: string): RawConnection {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let said = '';
  const waiting: { text: string; done: () => void }[] = [];
  socket.on('data', (chunk) => {
    said += chunk.toString();
    for (const { text, done } of waiting) if (said.includes(text)) done();
  });
  // A server may reset a connection on which it has refused to read: what it said before counts.
  socket.on('error', () => undefined);
  return {
    write: (text) => {
      socket.write(text);
    },
    closed: new Promise((resolve) =>
      socket.once('close', () => {
        resolve(said);
      }),
    ),
    sends: (text) =>
      new Promise((done) => {
        if (said.includes(text)) done();
        else waiting.push({ text, done });
      }),
  };
}

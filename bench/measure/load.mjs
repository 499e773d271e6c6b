/** Without this file no side could be asked as fast as it answers: clients on connections that stay open, on this machine only. */
import { Agent, request } from 'node:http';

/** Clients that each hold one connection to `url`, with one to spare for a reader beside them; `close` hangs up. */
export function clients(url, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: count + 1 });
  return {
    count,
    get: (path, headers = {}) => send(agent, `${url}${path}`, { method: 'GET', headers }),
    /** The status of an answer, whatever it is. */
    status: (path) => statusOf(agent, `${url}${path}`),
    post: (path, body, headers) => sendJson(agent, 'POST', `${url}${path}`, body, headers),
    patch: (path, body, headers) => sendJson(agent, 'PATCH', `${url}${path}`, body, headers),
    /** A body that is no JSON; its type is among the headers. */
    postBytes: (path, bytes, headers) => send(agent, `${url}${path}`, { method: 'POST', headers: { ...headers, 'content-length': bytes.length } }, bytes),
    close: () => agent.destroy(),
  };
}

/**
 * Lets every client repeat `work` for `seconds`, each beginning anew as soon as it is done.
 * @returns how often a second it was done, all clients together
 */
export async function perSecond({ count }, seconds, work) {
  const began = performance.now();
  const end = began + seconds * 1000;
  let done = 0;
  const busy = async (client) => {
    while (performance.now() < end) {
      await work(client);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: count }, (_, client) => busy(client)));
  return (done * 1000) / (performance.now() - began);
}

function sendJson(agent, method, url, body, headers) {
  const bytes = Buffer.from(JSON.stringify(body));
  return send(agent, url, { method, headers: { ...headers, 'content-type': 'application/json', 'content-length': bytes.length } }, bytes);
}

function statusOf(agent, url) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode));
    });
    asked.once('error', reject);
    asked.end();
  });
}

/** @throws on any answer but 200 and 201: what fails quickly is not fast */
function send(agent, url, options, body) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.once('error', reject);
      answer.once('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode === 200 || answer.statusCode === 201) resolve(text);
        else reject(new Error(`${options.method} ${url} was answered ${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

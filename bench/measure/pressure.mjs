/** Without this file the client would be slower than a server that answers in microseconds, and all servers would look alike. */
import autocannon from 'autocannon';

/**
 * Asks `url` for `paths`, one after the other and again from the beginning, over `connections` that stay open; each connection begins at another.
 * @returns answers a second. @throws on any answer but 200, and when somebody hangs up: what fails quickly is not fast
 */
export async function answersPerSecond(url, paths, { connections, seconds, headers = {} }) {
  let client = 0;
  const began = performance.now();
  const told = await autocannon({
    ...{ url, connections, duration: seconds, headers },
    setupClient: (one) => {
      const start = Math.floor((paths.length * client) / connections);
      client += 1;
      one.setRequests([...paths.slice(start), ...paths.slice(0, start)].map((path) => ({ method: 'GET', path })));
    },
  });
  const failed = Object.entries(told.statusCodeStats).filter(([status]) => status !== '200');
  if (failed.length > 0 || told.errors > 0)
    throw new Error(`${url}${paths[0]}: ${told.errors} errors, and these answers: ${JSON.stringify(told.statusCodeStats)}`);
  return (told['2xx'] * 1000) / (performance.now() - began);
}

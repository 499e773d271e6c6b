/** Without this file nobody would know what HTTP costs by itself: node:http that writes, under each address, the body that was put there, and does nothing else. */
import { createServer } from 'node:http';

const bodies = new Map();

createServer((request, response) => {
  const body = bodies.get(request.url);
  if (body === undefined) {
    response.statusCode = request.url === '/readyz' ? 200 : 404;
    response.end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length }).end(body);
}).listen(process.env.PORT, '127.0.0.1');

process.on('message', ({ path, body }) => {
  bodies.set(path, Buffer.from(body));
  process.send('there');
});
process.once('disconnect', () => process.exit(0));

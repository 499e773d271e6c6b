/** Without this test the limits could count one reader's requests for another's: an address is what Express would say it is. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from 'vitest';
import { rawGet } from '../../tests/helpers/rawGet.ts';
import { addressBehind } from './peerAddress.ts';

let server: Server | undefined;
afterEach(async () => {
  await new Promise((resolve) => server?.close(resolve));
});

it.each([
  [0, '203.0.113.9', '127.0.0.1'],
  [1, '203.0.113.9', '203.0.113.9'],
  [1, '198.51.100.7, 203.0.113.9', '203.0.113.9'],
  [2, '198.51.100.7, 203.0.113.9', '198.51.100.7'],
  [2, '203.0.113.9', '203.0.113.9'],
  [2, '', '127.0.0.1'],
])('behind %s proxies, X-Forwarded-For: %s comes from %s', async (proxies, forwarded, address) => {
  const app = express();
  app.set('trust proxy', proxies);
  app.use((request, response) => {
    response.json([addressBehind(proxies)(request), request.ip]);
  });
  const opened = createServer(app).listen(0, '127.0.0.1');
  server = opened;
  await new Promise((resolve) => opened.once('listening', resolve));
  const { port } = opened.address() as AddressInfo;
  const answer = await rawGet(`http://127.0.0.1:${port}/`, forwarded === '' ? {} : { 'X-Forwarded-For': forwarded });
  expect(answer.json()).toEqual([address, address]);
});

#!/usr/bin/env node
/** Without this file `npx counterpoint` would depend on how Node happens to be called. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './runNode.mjs';
import { requireNode, root } from './stages.mjs';

const program = 'dist/newsroom/cli.mjs';
requireNode();
if (existsSync(join(root, program))) {
  runNode(program, process.argv.slice(2), {
    COUNTERPOINT_PRODUCTION: process.env.COUNTERPOINT_PRODUCTION ?? String(process.env.NODE_ENV === 'production'),
    NODE_ENV: 'production',
  });
} else {
  console.error('Counterpoint is not built yet: run `npm start` or `npm run build` first.');
  process.exitCode = 2;
}

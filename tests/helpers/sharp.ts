/** Without this file tests that make pictures would not run on Node 20.9, which cannot read sharp's ES module. */
import { createRequire } from 'node:module';
import type Sharp from 'sharp';

export const sharp = createRequire(import.meta.url)('sharp') as typeof Sharp;

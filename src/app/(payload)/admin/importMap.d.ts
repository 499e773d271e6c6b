/** Without this file the generated import map beside it would be untyped. */
import type { ImportMap } from 'payload';

export const importMap: ImportMap;

/** How the site looks: without this file its style would be asked for again with every page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Asset {
  type: string;
  body: Buffer;
  /** Whether what is at its address will never be anything else. */
  immutable: boolean;
}

/** What lies beside the code, by address; and the address of the style, which names what is in it. */
export function readAssets(): { assets: ReadonlyMap<string, Asset>; style: string } {
  const css = readFileSync(new URL('assets/style.css', import.meta.url));
  const icon = readFileSync(new URL('assets/icon.svg', import.meta.url));
  const style = `/style.${createHash('sha256').update(css).digest('hex').slice(0, 16)}.css`;
  const assets = new Map<string, Asset>([
    [style, { type: 'text/css; charset=utf-8', body: css, immutable: true }],
    ['/icon.svg', { type: 'image/svg+xml', body: icon, immutable: false }],
  ]);
  return { assets, style };
}

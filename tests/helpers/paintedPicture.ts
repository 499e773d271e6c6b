/** Without this file pages would be looked at with a grey box where a photograph should be: a river, hills and a bridge, painted anew for each size. */
import { sharp } from './sharp.ts';

/** A picture of 3 to 2, as a JPEG `width` pixels wide; `seed` says which. */
export function painted(width: number, seed = 1): Promise<Buffer> {
  const hill = (top: number, colour: string, shift: number): string => {
    const points = Array.from({ length: 13 }, (_, step) => `${step * 100},${top - 40 * Math.sin(step * 0.9 + shift) - 18 * Math.sin(step * 2.3 + shift * 3)}`);
    return `<polygon points="0,800 ${points.join(' ')} 1200,800" fill="${colour}"/>`;
  };
  const arches = Array.from({ length: 5 }, (_, index) => `<path d="M${90 + index * 220} 640 v-70 a90 70 0 0 1 180 0 v70" fill="#c9d6da"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800">
    <defs><linearGradient id="sky" x2="0" y2="1"><stop offset="0" stop-color="#5b7f9c"/><stop offset=".55" stop-color="#e9c9a6"/><stop offset="1" stop-color="#f3dfc4"/></linearGradient>
    <linearGradient id="water" x2="0" y2="1"><stop offset="0" stop-color="#c9d6da"/><stop offset="1" stop-color="#4f7183"/></linearGradient></defs>
    <rect width="1200" height="800" fill="url(#sky)"/><circle cx="${780 + 20 * seed}" cy="330" r="62" fill="#fbeccf"/>
    ${hill(430, '#8aa0a3', seed)}${hill(490, '#64817f', seed + 2)}${hill(545, '#43605c', seed + 4)}
    <rect y="600" width="1200" height="200" fill="url(#water)"/><rect y="470" width="1200" height="170" fill="#8d7f70"/>${arches.join('')}<rect y="458" width="1200" height="20" fill="#6f6257"/>
  </svg>`;
  return sharp(Buffer.from(svg)).resize({ width }).jpeg({ quality: 85 }).toBuffer();
}

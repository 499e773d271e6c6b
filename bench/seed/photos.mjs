/** Without this file the photos that are measured would be of one colour, which any encoder is done with at once. */
import { createRequire } from 'node:module';

const sharp = createRequire(import.meta.url)('sharp');

/** Twenty-four megapixels, as most cameras give. */
const width = 6000;
const height = 4000;

/** JPEG photos of some 8 MB, each another: a sky, and grain at two scales. */
export async function photos(count) {
  const made = [];
  for (let number = 0; number < count; number += 1) made.push(await photo(number));
  return made;
}

async function photo(number) {
  const grain = (scale, sigma) => ({
    create: { width: width / scale, height: height / scale, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma } },
  });
  const sky = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><linearGradient id="sky" x2="0" y2="1"><stop stop-color="hsl(${200 + number * 12} 60% 40%)"/><stop offset="1" stop-color="#e9d8a6"/></linearGradient><rect width="100%" height="100%" fill="url(#sky)"/></svg>`,
  );
  const coarse = await sharp(grain(8, 60)).resize(width, height).png({ compressionLevel: 1 }).toBuffer();
  const fine = await sharp(grain(4, 45)).resize(width, height).png({ compressionLevel: 1 }).toBuffer();
  return sharp(sky)
    .composite([
      { input: coarse, blend: 'soft-light' },
      { input: fine, blend: 'overlay' },
    ])
    .flatten()
    .jpeg({ quality: 88 })
    .toBuffer();
}

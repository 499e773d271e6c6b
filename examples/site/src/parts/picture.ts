/** A story's picture: the smallest file that a screen can do with, in the newest format that it knows. Without this file a telephone would load a photo for a wall. */
import { h, type Element } from '../html.ts';
import type { Image } from '../newsroom.ts';
import { followable } from '../addresses.ts';
import { broken } from '../tongues.ts';

type File = Image['renditions'][number];

/** Best first; what every browser shows is the last. */
const MODERN = ['image/avif', 'image/webp'];
const COMMON = ['image/jpeg', 'image/png', 'image/webp'];

/** The picture without its words; null where it has no file. `sizes` says how wide it is shown; `first` is what a reader sees first. */
export function pictureTree(image: Image, sizes: string, first: boolean): Element | null {
  const files = image.renditions.filter(({ url, name }) => name !== 'original' && followable(url) !== null);
  const type = COMMON.find((one) => files.some((file) => file.type === one));
  const common = files.filter((file) => file.type === type).sort((a, b) => a.width - b.width);
  const main = common.at(-1);
  if (main === undefined) return null;
  const img = h('img', {
    ...{ src: main.url, srcSet: srcSet(common), sizes, width: main.width, height: main.height, alt: image.alt },
    ...{ loading: first ? 'eager' : 'lazy', decoding: 'async', fetchPriority: first ? 'high' : 'auto' },
  });
  const sources = MODERN.filter((one) => one !== type).flatMap((one) => {
    const better = files.filter((file) => file.type === one);
    return better.length === 0 ? [] : [h('source', { type: one, srcSet: srcSet(better), sizes })];
  });
  return h('picture', { className: focusOf(image) }, [...sources, img]);
}

/** The picture with caption and credit. */
export function figureTree(image: Image, sizes: string): Element[] {
  const picture = pictureTree(image, sizes, true);
  if (picture === null) return [];
  const lines = [image.caption, image.credit].filter((line) => line !== null);
  const caption =
    lines.length === 0
      ? []
      : [
          h(
            'figcaption',
            lines.map((line) => h('p', { dir: 'auto' }, broken(line))),
          ),
        ];
  return [h('figure', { className: ['picture'] }, [picture, ...caption])];
}

/** The address of the file to show where only one can be named. */
export function mainFile({ renditions }: Image): File | null {
  return renditions.find(({ name, type }) => name === 'hero' && COMMON.includes(type)) ?? renditions.find(({ type }) => COMMON.includes(type)) ?? null;
}

/** Where to look first, as classes: to the nearest quarter. */
function focusOf({ focalPoint: { x, y } }: Image): string[] {
  const quarter = (part: number): number => Math.round(Math.min(1, Math.max(0, part)) * 4) * 25;
  return [`x${quarter(x)}`, `y${quarter(y)}`];
}

function srcSet(files: readonly File[]): string {
  return files.map(({ url, width }) => `${url} ${width}w`).join(', ');
}

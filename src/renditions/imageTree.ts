/** A story's picture as HTML: the smallest file that a screen can do with, and its words. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { EditionImage, EditionRendition } from '../domain/edition.ts';
import { fileAddress } from './addresses.ts';
import type { RenditionContext } from './context.ts';
import { readable } from './readable.ts';
import { broken } from './storyTree.ts';

/** The text's width in the page. */
const sizes = '(max-width: 44rem) 100vw, 42rem';

/** Formats that every reader shows, the best first: feeds and old browsers get these. */
const COMMON = ['image/jpeg', 'image/png', 'image/webp'];
const MODERN = ['image/avif', 'image/webp'];

/** The file to show where only one can be named: wide enough, and in a format that all know. */
export function mainFile({ renditions }: EditionImage): EditionRendition | null {
  const named = (name: string): EditionRendition[] => renditions.filter((file) => file.name === name);
  for (const files of [named('hero'), named('card'), named('original'), renditions]) {
    for (const type of COMMON) {
      const found = files.find((file) => file.type === type);
      if (found !== undefined) return found;
    }
  }
  return renditions[0] ?? null;
}

/** `image` with its caption and credit; nothing when it has no file. */
export function imageTree(image: EditionImage, context: RenditionContext): ElementContent[] {
  const main = mainFile(image);
  if (main === null) return [];
  const img = h('img', { src: fileAddress(main.file, context), width: main.width, height: main.height, alt: readable(image.alt) });
  const sources = MODERN.filter((type) => type !== main.type).flatMap((type) => sourceOf(image, type, context));
  return [h('figure', { className: ['picture'] }, [sources.length === 0 ? img : h('picture', [...sources, img]), ...captionOf(image)])];
}

function sourceOf(image: EditionImage, type: string, context: RenditionContext): Element[] {
  const files = image.renditions.filter((file) => file.type === type && file.name !== 'original');
  const srcSet = files.map((file) => `${fileAddress(file.file, context)} ${file.width}w`).join(', ');
  return srcSet === '' ? [] : [h('source', { type, srcSet, sizes })];
}

function captionOf({ caption, credit }: EditionImage): Element[] {
  const lines = [caption, credit].filter((line) => line !== null);
  return lines.length === 0
    ? []
    : [
        h(
          'figcaption',
          lines.map((line) => h('p', { dir: 'auto' }, broken(line))),
        ),
      ];
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, fileWords, pictureFileName, pictureKeyOf, type PictureFile } from './pictures.ts';

const key = '0123456789abcdef';
const digest = 'f'.repeat(64);

describe('the names of pictures’ files', () => {
  it.each([
    ['Harbour at dawn.JPG', 'harbour-at-dawn'],
    ['C:\\photos\\Été 2024.png', 'ete-2024'],
    ['../../etc/passwd', 'passwd'],
    ['ميناء.jpg', 'picture'],
    ['', 'picture'],
    ['---.webp', 'picture'],
  ])('%j becomes %j', (uploaded, words) => {
    expect(fileWords(uploaded)).toBe(words);
  });

  it('say whose they are, whatever the file was called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom<PictureFile['name']>('original', 'thumbnail', 'card', 'hero'),
        fc.constantFrom('image/jpeg', 'image/png', 'image/webp', 'image/avif'),
        (uploaded, name, type) => {
          const file = pictureFileName(fileWords(uploaded), key, { name, type, digest });
          expect(pictureKeyOf(file)).toBe(key);
          expect(file).toMatch(/^[a-z0-9-]+\.[a-z]+$/);
          expect(file.length).toBeLessThan(120);
        },
      ),
    );
  });

  it.each(['../x.jpg', `${key}.jpg`, `a-${key}-${key}.svg`, `a-${key}-${key}.jpg/..`, `.incoming/a-${key}-${key}.jpg`, ''])('%j is of no picture', (name) => {
    expect(pictureKeyOf(name)).toBeNull();
  });
});

describe('a picture from before renditions were kept', () => {
  it('has the files that Payload noted', () => {
    const stored = {
      filename: 'a.jpg',
      mimeType: 'image/jpeg',
      width: 9,
      height: 6,
      filesize: 7,
      sizes: { card: { filename: 'a-8x5.jpg' }, hero: null },
      digests: { card: 'ab' },
    };
    expect(filesOf(stored).map((file) => [file.name, file.file, file.digest])).toEqual([
      ['original', 'a.jpg', null],
      ['card', 'a-8x5.jpg', 'ab'],
    ]);
  });
});

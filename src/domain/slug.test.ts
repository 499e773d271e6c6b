/** Without these tests a title in some script would leave a story without an address. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSlug, MAX_SLUG_LENGTH, slugFrom } from './slug.ts';

describe('slugs', () => {
  it.each([
    ['The quay opens on Monday!', 'the-quay-opens-on-monday'],
    ['Städte & Gemeinden', 'staedte-and-gemeinden'],
    ['Трамвай вернулся', 'tramvay-vernulsya'],
    ['電車が戻った', '電車が戻った'],
    ['   …   ', 'story'],
  ])('%s becomes %s', (title, slug) => {
    expect(slugFrom(title, 'story')).toBe(slug);
  });

  it('an Arabic title gives a readable address', () => {
    expect(slugFrom('عودة الترام إلى المدينة', 'story')).toMatch(/^[a-z-]{8,}$/);
  });

  it('every title gives a valid slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const slug = slugFrom(title, 'story');
        expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_LENGTH);
        expect(isSlug(slug), slug).toBe(true);
      }),
    );
  });

  it.each(['', 'Upper', 'two--hyphens', '-edge', 'edge-', 'a/b', 'a b', '%2e', '..', 'x'.repeat(97)])('%j is no slug', (slug) => {
    expect(isSlug(slug)).toBe(false);
  });
});

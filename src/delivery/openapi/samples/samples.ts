/** Without this file each example would be put together by hand, and one of three forgotten. */
import type { CodeSample } from '../types.ts';

/** Where the examples ask; whoever shows or runs them puts another newsroom's address in its place. */
export const SAMPLE_ORIGIN = 'http://localhost:3000';

/** The same question in three languages. Each program needs nothing that does not come with the language. */
export function inThreeLanguages({ curl, typescript, python }: Record<'curl' | 'typescript' | 'python', string>): readonly CodeSample[] {
  return [
    { lang: 'Shell', label: 'curl', source: curl.trim() },
    { lang: 'TypeScript', label: 'TypeScript', source: typescript.trim() },
    { lang: 'Python', label: 'Python', source: python.trim() },
  ];
}

/** Without this file a wrong address in the panel would lose its frame and its way back. */
import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views';
import type { Metadata } from 'next';
import { newsroomConfig } from '../../../newsroomConfig.ts';
import { importMap } from '../importMap.js';

interface Asked {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export function generateMetadata({ params, searchParams }: Asked): Promise<Metadata> {
  return generatePageMetadata({ config: newsroomConfig(), params, searchParams });
}

export default function NotFound({ params, searchParams }: Asked) {
  return NotFoundPage({ config: newsroomConfig(), importMap, params, searchParams });
}

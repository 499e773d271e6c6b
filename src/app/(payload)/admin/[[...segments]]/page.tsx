/** Without this file the panel would have no pages: Payload decides from the segments which of its views to show. */
import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
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

export default function Page({ params, searchParams }: Asked) {
  return RootPage({ config: newsroomConfig(), importMap, params, searchParams });
}

/** Without this file the panel's pages would have no frame: Payload's root layout, and the door for its server functions. */
import '@payloadcms/next/css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { newsroomConfig } from '../newsroomConfig.ts';
import { importMap } from './admin/importMap.js';
import './custom.css';

// Every page depends on who asks, and its inline scripts on the nonce of the answer.
export const dynamic = 'force-dynamic';

const serverFunction: ServerFunctionClient = async (given) => {
  'use server';
  return handleServerFunctions({ ...given, config: newsroomConfig(), importMap });
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={newsroomConfig()} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}

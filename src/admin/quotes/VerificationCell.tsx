/** Without this component the list of excerpts would say "mismatch" to editors of every language. */
'use client';
import type { DefaultCellComponentProps } from 'payload';
import type { ReactElement } from 'react';
import { VerificationMark, verificationIn } from './VerificationMark.tsx';

/** The result in a list. */
export function VerificationCell({ cellData }: DefaultCellComponentProps): ReactElement {
  return <VerificationMark verification={verificationIn(cellData)} />;
}

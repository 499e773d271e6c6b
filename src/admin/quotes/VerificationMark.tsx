/** Without this component colour alone would say whether a quote was found. */
'use client';
import { useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import type { Verification } from '../../domain/quotes/check.ts';
import { wordsIn } from '../words.ts';

const SIGNS: Record<Verification, string> = { verified: '✓', mismatch: '✗', unverified: '–' };

/** The result in a sign, in words and in colour. */
export function VerificationMark({ verification }: { verification: Verification }): ReactElement {
  const { i18n } = useTranslation();
  return (
    <span className={`verification-mark verification-mark--${verification}`}>
      <span aria-hidden="true">{SIGNS[verification]}</span> {wordsIn(i18n.language).quote.short[verification]}
    </span>
  );
}

/** Any value as a result; what is none was never checked. */
export function verificationIn(value: unknown): Verification {
  return value === 'verified' || value === 'mismatch' ? value : 'unverified';
}

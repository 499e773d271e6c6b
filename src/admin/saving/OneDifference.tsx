/** Without this component an editor could not see, field by field, what somebody else wrote and what they wrote themselves. */
'use client';
import { Button, useTranslation } from '@payloadcms/ui';
import { useId, type ReactElement } from 'react';
import type { Words } from '../words.ts';
import type { Choice, Difference } from './differences.ts';
import { readable, type Reading } from './readable.ts';

interface OneDifferenceProps {
  difference: Difference;
  reading: Reading;
  words: Words['versions'];
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}

const SIDES = ['theirs', 'yours'] as const;

/** One field in both versions, each of which can be chosen or copied. */
export function OneDifference({ difference, reading, words, choice, onChoose }: OneDifferenceProps): ReactElement {
  const { t } = useTranslation();
  const name = useId();
  const { changed, field, labels } = difference;
  return (
    <fieldset className={`one-difference one-difference--${changed}`} data-path={difference.path}>
      <legend>{labels.map((label) => reading.label(label)).join(' › ')}</legend>
      <p className="one-difference__who">{words.changed[changed]}</p>
      <div className="one-difference__sides">
        {SIDES.map((side) => {
          const text = readable(field, difference[side], reading);
          return (
            <div key={side} className="one-difference__side" data-side={side} data-chosen={choice === side}>
              <label>
                <input type="radio" name={name} value={side} checked={choice === side} onChange={() => onChoose(side)} />
                {words.side[side]}
              </label>
              <div className="one-difference__text" dir="auto" tabIndex={0} role="group" aria-label={words.side[side]}>
                {text === '' ? <em>{words.nothing}</em> : text}
              </div>
              {text !== '' && mayCopy() && (
                <Button type="button" size="small" buttonStyle="pill" onClick={() => void navigator.clipboard.writeText(text)}>
                  {t('general:copy')}
                </Button>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Browsers keep the clipboard from pages that came without encryption from another machine. */
function mayCopy(): boolean {
  return typeof navigator !== 'undefined' && 'clipboard' in navigator && window.isSecureContext;
}

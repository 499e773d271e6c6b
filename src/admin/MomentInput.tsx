/** Without this component a time would be read by the clock of whichever machine the panel runs on: a date-time in the newsroom's zone, with the instant it means. */
'use client';
import { useTranslation } from '@payloadcms/ui';
import type { ReactElement } from 'react';
import { readTyped, type Typed } from './typedMoment.ts';
import { filled, wordsIn } from './words.ts';

interface MomentInputProps {
  id: string;
  timeZone: string;
  typed: Typed;
  disabled?: boolean;
  onType: (typed: Typed) => void;
}

/** The box, the zone and the UTC instant below it; where a clock change leaves two instants, both to choose from. */
export function MomentInput({ id, timeZone, typed, disabled = false, onType }: MomentInputProps): ReactElement {
  const { i18n } = useTranslation();
  const { zone, utc, twice, skipped } = wordsIn(i18n.language).moment;
  const { instant, fault, choices } = readTyped(typed, timeZone);
  return (
    <div className="moment-input">
      <input
        id={id}
        type="datetime-local"
        dir="ltr"
        disabled={disabled}
        value={typed.text}
        onChange={(event) => onType({ text: event.target.value, choice: null })}
      />
      <p className="moment-input__zone">
        {filled(zone, { zone: timeZone })} {instant !== null && <bdi className="moment-input__utc">{filled(utc, { utc: instant })}</bdi>}
      </p>
      {choices !== null && (
        <fieldset className="moment-input__choices" disabled={disabled}>
          <legend>{fault === 'twice' ? twice : skipped}</legend>
          {choices.map(({ at, utc: exact }, index) => (
            <label key={exact}>
              <input type="radio" name={`${id}-choice`} checked={typed.choice === index} onChange={() => onType({ text: typed.text, choice: index })} />{' '}
              <bdi>
                {at} ({exact})
              </bdi>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

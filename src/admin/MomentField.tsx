/** Without this component an embargo would end by the clock of the editor's machine, and a time that the clocks skip would be shifted without a word. */
'use client';
import { FieldDescription, FieldError, FieldLabel, RenderCustomComponent, useConfig, useField, withCondition } from '@payloadcms/ui';
import type { DateFieldClientProps } from 'payload';
import { useState, type ReactElement } from 'react';
import { MomentInput } from './MomentInput.tsx';
import { newsroomZone } from './newsroomZone.ts';
import { readTyped, typedFor, type Typed } from './typedMoment.ts';

/** A date and time on the newsroom's clocks. */
export const MomentField = withCondition(MomentBox);

function MomentBox({ field, path: givenPath, readOnly }: DateFieldClientProps): ReactElement {
  const { customComponents, disabled, path, setValue, showError, value } = useField<string | null>({ potentiallyStalePath: givenPath });
  const { AfterInput, BeforeInput, Description, Error, Label } = customComponents ?? {};
  const { config } = useConfig();
  const timeZone = newsroomZone(config);
  const [typed, setTyped] = useTyped(value, timeZone);
  const closed = readOnly === true || disabled;
  const id = `field-${path.replace(/\./g, '__')}`;
  const { label, localized, required, admin } = field;

  function type(next: Typed): void {
    setTyped(next);
    setValue(valueOf(next, timeZone));
  }

  return (
    <div className={['field-type', 'moment-field', showError && 'error', closed && 'read-only'].filter(Boolean).join(' ')}>
      <RenderCustomComponent
        CustomComponent={Label}
        Fallback={<FieldLabel htmlFor={id} label={label} localized={localized} path={path} required={required} />}
      />
      <div className="field-type__wrap">
        <RenderCustomComponent CustomComponent={Error} Fallback={<FieldError path={path} showError={showError} />} />
        {BeforeInput}
        <MomentInput id={id} timeZone={timeZone} typed={typed} disabled={closed} onType={type} />
        {AfterInput}
        <RenderCustomComponent CustomComponent={Description} Fallback={<FieldDescription description={admin?.description} path={path} />} />
      </div>
    </div>
  );
}

/** What stands in the form. A time that is not one instant stays as it was typed: the server refuses it and names both. */
function valueOf(typed: Typed, timeZone: string): string | null {
  return readTyped(typed, timeZone).instant ?? (typed.text === '' ? null : typed.text);
}

/** What was typed, until the form's value is another one than it says. */
function useTyped(value: string | null | undefined, timeZone: string): [Typed, (typed: Typed) => void] {
  const [typed, setTyped] = useState(() => typedFor(value, timeZone));
  return [valueOf(typed, timeZone) === (value ?? null) ? typed : typedFor(value, timeZone), setTyped];
}

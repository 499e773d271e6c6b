/** Without this component a quote would be edited as JSON, brackets, escapes and all. */
'use client';
import { FieldDescription, FieldError, FieldLabel, RenderCustomComponent, useField, withCondition } from '@payloadcms/ui';
import type { JSONFieldClientProps } from 'payload';
import { useState, type ReactElement } from 'react';
import { paragraphsOf, textOf } from './quoteText.ts';

/** One large box for all paragraphs, an empty line between two; in the direction of its own text. */
export const QuoteField = withCondition(QuoteBox);

function QuoteBox({ field, path: givenPath, readOnly }: JSONFieldClientProps): ReactElement {
  const { customComponents, disabled, path, setValue, showError, value } = useField<unknown>({ potentiallyStalePath: givenPath });
  const { AfterInput, BeforeInput, Description, Error, Label } = customComponents ?? {};
  const [text, setText] = useTyped(value);
  const closed = readOnly === true || disabled;
  const id = `field-${path.replace(/\./g, '__')}`;
  const { label, localized, required, admin } = field;

  function type(typed: string): void {
    setText(typed);
    const paragraphs = paragraphsOf(typed);
    setValue(paragraphs.length > 0 ? paragraphs : null);
  }

  return (
    <div className={['field-type', 'textarea', 'quote-field', showError && 'error', closed && 'read-only'].filter(Boolean).join(' ')}>
      <RenderCustomComponent
        CustomComponent={Label}
        Fallback={<FieldLabel htmlFor={id} label={label} localized={localized} path={path} required={required} />}
      />
      <div className="field-type__wrap">
        <RenderCustomComponent CustomComponent={Error} Fallback={<FieldError path={path} showError={showError} />} />
        {BeforeInput}
        <textarea id={id} dir="auto" rows={12} disabled={closed} value={text} onChange={(event) => type(event.target.value)} />
        {AfterInput}
        <RenderCustomComponent CustomComponent={Description} Fallback={<FieldDescription description={admin?.description} path={path} />} />
      </div>
    </div>
  );
}

/** The text as it was typed, blank lines at its end included, until the form's value is another one than it says. */
function useTyped(value: unknown): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(() => textIn(value));
  const same = JSON.stringify(paragraphsOf(typed)) === JSON.stringify(listIn(value));
  const text = same ? typed : textIn(value);
  return [text, setTyped];
}

function listIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((paragraph): paragraph is string => typeof paragraph === 'string') : [];
}

function textIn(value: unknown): string {
  return textOf(listIn(value));
}

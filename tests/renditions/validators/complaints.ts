/** What a JSON schema says against a document, in lines. */
import type { ValidateFunction } from 'ajv';

export function complaintsOf(validate: ValidateFunction, document: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch (error) {
    return [String(error)];
  }
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath}: ${message ?? ''} ${JSON.stringify(params)}`);
}

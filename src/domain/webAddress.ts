/** Links go out to readers and partners: only addresses that a browser may safely follow are let in. */

/** Whether `value` is an absolute http or https address without user information (RFC 3986). */
export function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}

/** Whether `value` is a template for canonical links: a web address that holds `{slug}` or `{id}`, and may hold `{language}`. */
export function isStoryUrlTemplate(value: string): boolean {
  const placeholders: string[] = value.match(/\{[^}]*\}/g) ?? [];
  const known = placeholders.every((placeholder) => ['{language}', '{slug}', '{id}'].includes(placeholder));
  const identifies = placeholders.includes('{slug}') || placeholders.includes('{id}');
  return known && identifies && isWebAddress(value.replace(/[{}]/g, ''));
}

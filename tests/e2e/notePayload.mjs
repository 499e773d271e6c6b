/** Without this file nobody could see from outside how often a process has loaded Payload: says on standard error which of its files are loaded. */
import { register } from 'node:module';

const hooks = `
import { writeSync } from 'node:fs';
export async function load(url, context, next) {
  if (/[/]payload[/](dist[/])?index[.]m?js$/.test(url)) writeSync(2, 'loaded ' + url + '\\n');
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

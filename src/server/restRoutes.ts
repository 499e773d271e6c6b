/** Without this file a wrong method under /api would look like a wrong address: Payload answers 404 to both. */
import type { SanitizedConfig } from 'payload';

/** The methods that Payload's routes know at `path` (below `/api`), HEAD included; empty where nothing is. */
export function allowedMethods(config: SanitizedConfig, path: string): string[] {
  const segments = path.split('/').filter(Boolean);
  const collection = config.collections.find(({ slug }) => slug === segments[0]);
  const endpoints = collection ? collection.endpoints : config.endpoints;
  const below = collection ? segments.slice(1) : segments;
  const methods = (endpoints || []).filter((endpoint) => matches(endpoint.path, below)).map(({ method }) => method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  const bulk = collection !== undefined && below.length === 0 ? ['PATCH', 'PUT', 'DELETE'] : [];
  return [...new Set(methods)].filter((method) => !bulk.includes(method)).sort();
}

function matches(route: string, segments: readonly string[]): boolean {
  const wanted = route.split('/').filter(Boolean);
  if (segments.length > wanted.length) return false;
  return wanted.every((part, at) => {
    const given = segments[at];
    if (given === undefined) return part.endsWith('?');
    return part.startsWith(':') || part.toLowerCase() === given.toLowerCase();
  });
}

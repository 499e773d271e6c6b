/** The document itself, as it is sent: without this file there would be a description and no address for it. */
import { openApiDocument } from '../openapi/document.ts';
import { askedIn } from '../parameters.ts';
import { JSON_TYPE, type Asked, type Reply } from '../ready.ts';
import { noParameters } from '../schemas/parameters.ts';

let made: string | undefined;

/** `/v1/openapi.json`. */
export function openApi({ query, choose }: Asked): Reply {
  askedIn(query, noParameters);
  return { type: choose([JSON_TYPE]), body: (made ??= JSON.stringify(openApiDocument())), keys: '' };
}

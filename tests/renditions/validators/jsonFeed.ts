/** Without this file only we would say that our JSON Feed is one: the schema of the JSON Schema Store, which follows jsonfeed.org. */
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { complaintsOf } from './complaints.ts';
import { schemaOf } from './schemas.ts';

const ajv = new AjvDraft04.default({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(schemaOf('json-feed-1.json'));
const isJsonFeed = ajv.compile(schemaOf('json-feed-1.1.json'));

/** What is wrong with a JSON Feed. */
export function jsonFeedComplaints(document: string): string[] {
  return complaintsOf(isJsonFeed, document);
}

/** Without this file nobody but us would say that our ninjs is ninjs: IPTC's own schema, with the schema of GeoJSON that it points to. */
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { schemaOf } from './schemas.ts';
import { complaintsOf } from './complaints.ts';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(schemaOf('GeoJSON-schema.json'));
const isNinjs = ajv.compile(schemaOf('ninjs-schema_3.1.json'));

/** What is wrong with a ninjs item. */
export function ninjsComplaints(document: string): string[] {
  return complaintsOf(isNinjs, document);
}

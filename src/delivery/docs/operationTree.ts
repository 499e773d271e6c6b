/** One operation in words: without this file the reference would be a file for programs. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { SAMPLE_ORIGIN } from '../openapi/samples/samples.ts';
import type { Content, OpenApiDocument, Operation, Parameter, Reference, Response } from '../openapi/types.ts';
import { code, link, prose, toCopy } from './plainPage.ts';
import { kindOf } from './schemaTree.ts';

export interface Told {
  method: string;
  path: string;
  operation: Operation;
  document: OpenApiDocument;
  publicUrl: string;
}

/** A section about it, to which `#operationId` leads. */
export function operationTree({ method, path, operation, document, publicUrl }: Told): ElementContent[] {
  const { operationId, summary, description, responses, 'x-codeSamples': samples = [] } = operation;
  const parameters = (operation.parameters ?? []).map((one) => resolved(one, document)).filter(({ name }) => name !== 'If-None-Match');
  const answers = Object.entries(responses).map(([status, response]) => responseTree(status, resolved(response, document)));
  return [
    h('h3', { id: operationId }, summary),
    h('p', [h('span', { className: ['method'] }, method), ' ', code(path)]),
    ...(description === undefined ? [] : [h('p', prose(description))]),
    ...(parameters.length === 0 ? [] : [h('h4', 'Parameters'), h('dl', parameters.flatMap(parameterTree))]),
    ...(samples.length === 0 ? [] : [h('h4', 'Examples')]),
    ...samples.map(({ label, source }, place) =>
      h('details', { open: place === 0 }, [h('summary', label), toCopy(source.replaceAll(SAMPLE_ORIGIN, publicUrl))]),
    ),
    h('h4', 'Answers'),
    h('dl', answers.slice(0, 1).flat()),
    ...(answers.length === 1 ? [] : [h('details', [h('summary', 'What else may be said'), h('dl', answers.slice(1).flat())])]),
  ];
}

function parameterTree({ name, in: where, required, schema, description }: Parameter): ElementContent[] {
  const usual = schema.default === undefined ? [] : [', otherwise ', code(JSON.stringify(schema.default).replaceAll('"', ''))];
  const kind = [
    ...kindOf(schema.type === 'array' ? (schema.items as Parameter['schema']) : schema),
    ...(schema.type === 'array' ? [', several with commas'] : []),
  ];
  return [
    h('dt', [
      code(name),
      ' ',
      h('span', { className: ['kind'] }, [
        ...kind,
        ...usual,
        ...(where === 'query' && required ? [', required'] : []),
        ...(where === 'header' ? [', a header'] : []),
      ]),
    ]),
    h('dd', prose(description)),
  ];
}

function responseTree(status: string, { description, content = {} }: Response): ElementContent[] {
  return [
    h('dt', status),
    h('dd', [description, ' ', ...Object.entries(content).flatMap(([type, one], place) => [...(place === 0 ? [] : [', ']), ...contentTree(type, one)])]),
  ];
}

function contentTree(type: string, { schema, examples = {} }: Content): (ElementContent | string)[] {
  if (type === 'application/problem+json') {
    return Object.keys(examples).flatMap((name, place) => [...(place === 0 ? [] : [', ']), link(`/v1/docs/errors/${name}`, code(name))]);
  }
  return [code(type), ...('$ref' in schema ? [' ', ...kindOf(schema as Record<string, unknown>)] : [])];
}

/** What a reference leads to, in the components of the document. */
function resolved<Thing extends object>(thing: Thing | Reference, { components }: OpenApiDocument): Thing {
  if (!('$ref' in thing)) return thing;
  const [, , group = '', name = ''] = thing.$ref.split('/');
  return (components as unknown as Record<string, Record<string, Thing>>)[group]?.[name] as Thing;
}

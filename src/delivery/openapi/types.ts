/** The parts of an OpenAPI 3.1 document that are used here: without these types a misspelt member would be found by nobody. */

/** JSON Schema, draft 2020-12. */
export type JsonSchema = Record<string, unknown>;

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  description: string;
  required: boolean;
  style?: 'form';
  explode?: false;
  schema: JsonSchema;
  example?: unknown;
}

export interface Header {
  description: string;
  required?: true;
  schema: JsonSchema;
}

export interface Content {
  schema: JsonSchema | Reference;
  examples?: Record<string, { summary?: string; value: unknown }>;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, Content>;
}

/** A program that asks, to copy (the extension that Redoc and others read). */
export interface CodeSample {
  lang: 'Shell' | 'TypeScript' | 'Python';
  label: string;
  source: string;
}

export interface Operation {
  operationId: string;
  tags: [string];
  summary: string;
  description?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { required: true; content: Record<string, Content> };
  responses: Record<string, Response | Reference>;
  'x-codeSamples'?: CodeSample[];
}

export interface PathItem {
  get: Operation;
  post?: Operation;
}

export interface Tag {
  name: string;
  description: string;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; summary: string; description: string; license: { name: string; identifier: string } };
  servers: { url: string; description: string }[];
  security: [];
  tags: Tag[];
  paths: Record<string, PathItem>;
  components: {
    schemas: Record<string, JsonSchema>;
    parameters: Record<string, Parameter>;
    headers: Record<string, Header>;
    responses: Record<string, Response>;
  };
}

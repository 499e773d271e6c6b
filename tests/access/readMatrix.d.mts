/** Without this file tests could not name a role or a cell of the access table without a slip. */
export type Role = 'anonymous' | 'syndication' | 'writer' | 'editor' | 'admin' | 'disabled';
export type Verdict = 'yes' | 'own' | 'released' | '–' | 'never';

/** One line: an operation, who may do it, and the doors it has. */
export interface Row {
  operation: string;
  may: Record<Role, Verdict>;
  /** Nobody may. */
  never: boolean;
  /** Such as `POST /:id/duplicate`. */
  rest: string | undefined;
  /** Such as `create{One}`. */
  graphql: string | undefined;
}

export interface Section {
  collections: string[];
  rows: Row[];
}

export interface PublicFields {
  collection: string;
  /** What readers see, besides `id`, times and `_status`. */
  seen: string[];
  /** What a stranger may filter and sort by. */
  asked: string[];
}

export interface Matrix {
  sections: Section[];
  root: Row[];
  transitions: Row[];
  pages: Row[];
  fields: PublicFields[];
}

export const ROLES: readonly Role[];
/** The table as data. @throws naming the line that is not understood. */
export function readMatrix(): Matrix;
/** Whether the rows are of records, which the server alone makes. */
export function areRecords(rows: readonly Row[]): boolean;

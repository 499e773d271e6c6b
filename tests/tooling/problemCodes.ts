/** Without this file a new kind of error could be told of and explained nowhere: every code that the source gives to a Problem, read off its syntax. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

export interface ToldProblem {
  /** From the top of the repository, with the expression where the code is not written out. */
  place: string;
  status: number | undefined;
  /** Undefined where the code is not written out. */
  code: string | undefined;
}

const house = resolve(import.meta.dirname, '../..');

/** All of them. */
export function toldProblems(): ToldProblem[] {
  return ['src', 'collections'].flatMap((folder) => sourcesIn(join(house, folder))).flatMap(problemsIn);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function problemsIn(file: string): ToldProblem[] {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('Problem')) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: ToldProblem[] = [];
  const visit = (node: ts.Node): void => {
    const [status, code] = argumentsOf(node) ?? [];
    if (code !== undefined) {
      const place = relative(house, file);
      found.push({
        place: ts.isStringLiteral(code) ? place : `${place}: ${code.getText()}`,
        status: status && ts.isNumericLiteral(status) ? Number(status.text) : undefined,
        code: ts.isStringLiteral(code) ? code.text : undefined,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Of `new Problem(…)`, and of `super(…)` in what extends it. */
function argumentsOf(node: ts.Node): readonly ts.Expression[] | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') return node.arguments;
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return undefined;
  let parent: ts.Node = node;
  while (!ts.isClassLike(parent)) parent = parent.parent;
  return parent.heritageClauses?.some((clause) => clause.getText() === 'extends Problem') ? node.arguments : undefined;
}

/** Without this file one GraphQL query of the newsroom could ask for pages without an end, or try a thousand passwords. */
import { Kind, type ASTVisitor, type DocumentNode, type SelectionSetNode, type ValidationContext } from 'graphql';
import { argumentsOf, depthAndBreadth, report, withDefaults, type Variables } from '../delivery/graphql/operationLimits.ts';
import type { Limits } from '../env.ts';

const signingIn = /^(login|forgotPassword|unlock|resetPassword|verifyEmail|refreshToken)[A-Z]/;

/** Rules that every operation must pass, beside the cost that Payload's own rule adds up. */
export function limitRules(document: DocumentNode, variables: Variables, limits: Pick<Limits, 'maxLimit'>) {
  const known = withDefaults(document, variables);
  return [depthAndBreadth, (context: ValidationContext) => pageSizes(context, known, limits.maxLimit)];
}

/** How many times `document` tries to sign in or to change a password without being signed in. */
export function signInAttempts(document: DocumentNode): number {
  let attempts = 0;
  for (const definition of document.definitions) {
    if ('selectionSet' in definition) attempts += countFields(definition.selectionSet);
  }
  return attempts;
}

function countFields(set: SelectionSetNode): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD && signingIn.test(selection.name.value)) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += countFields(selection.selectionSet);
  }
  return count;
}

function pageSizes(context: ValidationContext, variables: Variables, most: number): ASTVisitor {
  return {
    Field(field) {
      const given = argumentsOf(field, variables);
      const limit = given.get('limit');
      const whole = typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= most;
      if (limit !== undefined && limit !== null && !whole) report(context, `limit is a whole number from 1 to ${String(most)}.`);
      if (given.get('pagination') === false && !whole) report(context, `pagination may be false only with a limit from 1 to ${String(most)}.`);
    },
  };
}

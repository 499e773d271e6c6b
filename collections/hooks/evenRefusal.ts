/** A locked account answers a sign-in as an unknown address does; otherwise ten wrong passwords would tell who has an account. */
import { AuthenticationError, type AfterErrorHook } from 'payload';

/** Says of a locked account what is said of a wrong password, over REST and GraphQL. The log keeps what it was. */
export const refuseEvenly: AfterErrorHook = ({ error, graphqlResult, req }) => {
  if (![error, (error as { originalError?: unknown }).originalError].some(isLocked)) return undefined;
  const { message, name, status } = new AuthenticationError(req.t);
  if (graphqlResult === undefined) return { response: { errors: [{ message }] }, status };
  return { graphqlResult: { ...graphqlResult, message, extensions: { name, data: null, statusCode: status } } };
};

function isLocked(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'LockedAuth';
}

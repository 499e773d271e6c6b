/** Without this file nothing could look at a request before Express does: what stands in front is plain `node:http`. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';

/** What looks at a request before it is known who answers it. */
export type Step = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

const refused = new WeakMap<IncomingMessage, unknown>();

/** Each request passes `steps` in their order; then `atOnce` may answer it, and `app` answers the rest. What a step refuses is told by `app`, as all errors are. */
export function behindEdge(steps: readonly Step[], atOnce: Step | undefined, app: RequestListener): RequestListener {
  const all = atOnce === undefined ? steps : [...steps, atOnce];
  return (request, response) => {
    const refuse = (error: unknown): void => {
      refused.set(request, error);
      app(request, response);
    };
    const pass = (place: number): void => {
      const step = all[place];
      if (step === undefined) {
        app(request, response);
        return;
      }
      try {
        step(request, response, (error) => {
          if (error === undefined) pass(place + 1);
          else refuse(error);
        });
      } catch (error) {
        refuse(error);
      }
    };
    pass(0);
  };
}

/** The first thing in Express: what the edge refused goes the way of all errors. */
export const whatTheEdgeRefused: RequestHandler = (request, _response, next) => {
  next(refused.get(request));
};

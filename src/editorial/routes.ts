/** The door to the transitions: POST /api/articles/{id}/{transition}. It validates, authorises, calls and presents. */
import { json, Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { revisionsNamed } from '../domain/revision.ts';
import { methodNotAllowed, Problem } from '../errors.ts';
import type { Desk } from './desk.ts';
import { presentArticle } from './presentArticle.ts';
import { runTransition } from './runTransition.ts';
import type { Sequencer } from './sequencer/sequencer.ts';
import { TRANSITIONS } from './stages.ts';

const WORDS = 2000;
const MOMENT = 64;
const body = z.strictObject({
  reason: z.string().max(WORDS).optional(),
  notice: z.string().max(WORDS).optional(),
  at: z.string().max(MOMENT).optional(),
});

/** The router of all transitions; mounted before Payload's REST. `bodyBytes` is the largest JSON body. */
export function transitionRoutes(desk: Desk, sequencer: Pick<Sequencer, 'publish'>, bodyBytes: number): Router {
  const router = Router();
  router.use('/api/articles/:id/:transition', (request, response, next) => {
    // Payload's routes below the same address keep Payload's error shape.
    if (isTransition(request.params.transition)) response.locals.problemJson = true;
    next();
  });
  for (const transition of TRANSITIONS) {
    router.post(`/api/articles/:id/${transition}`, json({ limit: bodyBytes, strict: true, type: () => true }), async (request: Request, response: Response) => {
      const article = request.params.id as string;
      const headers = webHeaders(request);
      const { user } = await desk.payload.auth({ headers });
      const words = wordsIn(request.body);
      const seen = revisionsNamed(headers);
      if (user && seen === null && headers.has('authorization') && !headers.has('if-match')) {
        throw new Problem(428, 'revision-required', 'Say which revision you mean: send If-Match with the ETag you read.');
      }
      const seq = await sequencer.publish(() => runTransition(desk, { transition, article, user, ...words, ...(seen === null ? {} : { seen }) }));
      response.set('Cache-Control', 'private, no-store');
      response.json(await presentArticle(desk, article, user, seq));
    });
    router.all(`/api/articles/:id/${transition}`, (request) => {
      throw methodNotAllowed(request.method, ['POST']);
    });
  }
  return router;
}

function isTransition(name: string): boolean {
  return (TRANSITIONS as readonly string[]).includes(name);
}

function wordsIn(given: unknown): z.infer<typeof body> {
  const parsed = body.safeParse(given ?? {});
  if (parsed.success) return parsed.data;
  throw new Problem(
    422,
    'bad-body',
    'The body is a JSON object with reason, notice and at, each a text.',
    parsed.error.issues.map((issue) => ({ pointer: `/${issue.path.join('/')}`, detail: issue.message })),
  );
}

function webHeaders(request: Request): Headers {
  const headers = new Headers();
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    headers.append(request.rawHeaders[index] ?? '', request.rawHeaders[index + 1] ?? '');
  }
  return headers;
}

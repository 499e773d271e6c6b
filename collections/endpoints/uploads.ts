/** Pictures are made before Payload opens its transaction: in the hooks that it has, every other writer would wait for them. */
import { addDataAndFileToRequest, type Endpoint, type PayloadHandler } from 'payload';
import { EDITORIAL_ROLES, hasRole } from '../../src/domain/roles.ts';
import { Problem } from '../../src/errors.ts';
import { editorial } from '../hooks/services.ts';

/** In front of Payload's own routes for creating and changing a picture, which they then call. */
export const uploadEndpoints = (): Endpoint[] => [
  { path: '/', method: 'post', handler: create },
  { path: '/:id', method: 'patch', handler: change },
];

const create: PayloadHandler = (req) => receive(req, '/', 'post');
const change: PayloadHandler = (req) => receive(req, '/:id', 'patch');

type Request = Parameters<PayloadHandler>[0];

async function receive(req: Request, path: string, method: 'post' | 'patch'): Promise<Response> {
  await addDataAndFileToRequest(req);
  // It has been read; Payload's own route would read it again.
  Object.defineProperty(req, 'body', { value: null });
  // By these two Payload would fetch a file from wherever they lead.
  if (req.data) for (const address of ['filename', 'url']) delete req.data[address];
  const { file } = req;
  req.file = undefined;
  const stock = ownRoute(req, path, method);
  // Nobody who may not save a picture makes us look at one.
  if (file === undefined || !hasRole(req, EDITORIAL_ROLES)) return stock(req);
  const id = req.routeParams?.id;
  const picture = await editorial().takePicture(req, file, typeof id === 'string' ? id : undefined);
  req.context.picture = picture;
  try {
    return await stock(req);
  } catch (error) {
    // Whether something else was committed cannot be told; `counterpoint media orphans` finds what was not.
    if (isRefusal(error)) await editorial().discardPicture(picture);
    throw error;
  }
}

function ownRoute(req: Request, path: string, method: 'post' | 'patch'): PayloadHandler {
  const routes = req.payload.collections.media?.config.endpoints || [];
  const found = routes.find((route) => route.path === path && route.method === method && ![create, change].includes(route.handler));
  if (found === undefined) throw new Error(`Payload has no route ${method} ${path} for pictures.`);
  return found.handler;
}

function isRefusal(error: unknown): boolean {
  const status = error instanceof Problem || (error instanceof Error && 'status' in error) ? error.status : undefined;
  return typeof status === 'number' && status < 500;
}

/** Without this file there would be no other side to `bench -- api`: Payload's REST as Payload mounts it, on Next's route handlers. */
import { REST_GET } from '@payloadcms/next/routes';

/** The process that holds this app has put its configuration there before the first request. */
export const GET = (request, given) => REST_GET(globalThis[Symbol.for('counterpoint.config')])(request, given);

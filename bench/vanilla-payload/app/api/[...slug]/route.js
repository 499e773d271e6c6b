/** Without this file the app would answer nothing: Payload's REST, as its template mounts it. */
import { REST_GET } from '@payloadcms/next/routes';
import config from '../../../payload.config.js';

export const GET = REST_GET(config);

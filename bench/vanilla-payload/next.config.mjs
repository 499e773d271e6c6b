/** Without this file Next would not know of Payload; as Payload's template has it, but for where the packages are. */
import { withPayload } from '@payloadcms/next/withPayload';
import { root } from '../../../scripts/stages.mjs';

export default withPayload({ turbopack: { root } });

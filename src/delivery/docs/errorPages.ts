/** The pages to which the `type` of every problem leads: without them the address in an answer would be one more error. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { Problem } from '../../errors.ts';
import { errorGroups, errorTypes, exampleOf } from '../errorTypes/errorTypes.ts';
import type { ErrorType } from '../errorTypes/errorType.ts';
import type { Asked, Reply } from '../ready.ts';
import { code, link, plainPage, prose, toCopy } from './plainPage.ts';
import { pageReply } from './reply.ts';

/** `/v1/docs/errors/{type}`. */
export function errorPage({ params, context }: Asked): Reply {
  const { type: name = '' } = params;
  const type = Object.hasOwn(errorTypes, name) ? errorTypes[name] : undefined;
  if (type === undefined) throw new Problem(404, 'not-found', 'There is no such kind of error: /v1/docs/errors has them all.');
  return pageReply(pageOf(name, type, context.publicUrl));
}

/** `/v1/docs/errors`. */
export function errorIndex(): Reply {
  return pageReply(
    plainPage({
      title: 'Errors',
      description: 'Every kind of error that this newsroom answers with: what happened, and what to do.',
      above: [link('/v1/docs', 'API reference')],
      body: [
        h('h1', 'Errors'),
        h('p', { className: ['lead'] }, 'What cannot be answered is answered with a status and a sentence.'),
        h(
          'p',
          prose(
            'Under `/v1`, `/feeds` and where stories are moved, an error is `application/problem+json` (RFC 9457): its `type` is the address of one of the pages below, `detail` says what happened, and `errors` names each parameter or field that is wrong. Elsewhere under `/api` the same words stand in Payload’s shape, with the code as `name`.',
          ),
        ),
        ...errorGroups.flatMap(({ title, types }) => [
          h('h2', title),
          h(
            'dl',
            Object.entries(types).flatMap(([name, type]) => lineOf(name, type)),
          ),
        ]),
      ],
    }),
  );
}

function lineOf(name: string, { status, title }: ErrorType): ElementContent[] {
  return [h('dt', [link(`/v1/docs/errors/${name}`, code(name)), ' ', h('span', { className: ['kind'] }, String(status))]), h('dd', [`${title}.`])];
}

function pageOf(name: string, type: ErrorType, publicUrl: string): string {
  return plainPage({
    title: `${name} (${type.status})`,
    description: `${type.title}. ${type.remedy}`,
    above: [link('/v1/docs', 'API reference'), ' / ', link('/v1/docs/errors', 'Errors')],
    body: [
      h('h1', type.title),
      h('p', { className: ['lead'] }, [code(name), ' ', h('span', { className: ['kind'] }, `status ${type.status}`)]),
      h('h2', 'What happened'),
      h('p', type.happened),
      h('h2', 'What to do'),
      h('p', type.remedy),
      h('h2', 'Example'),
      toCopy(JSON.stringify(exampleOf(name, type, publicUrl), null, 2)),
    ],
  });
}

/** What is still to be done for pictures after they were saved; without it a crash would leave them without their slow formats for ever. */
import { pointer, serverOwned } from './fields/serverOwned.ts';

export const PictureTasks = serverOwned({
  slug: 'picture-tasks',
  labels: { singular: 'Picture task', plural: 'Picture tasks' },
  graphQL: { singularName: 'PictureTask', pluralName: 'PictureTasks' },
  typescript: { interface: 'PictureTask' },
  description: 'Formats to be made and files to be removed.',
  fields: [
    { name: 'task', type: 'select', required: true, options: ['render', 'remove'] },
    pointer('picture', { index: true }),
    { name: 'files', type: 'json', required: true },
    { name: 'dueAt', type: 'date', required: true, index: true },
    { name: 'owner', type: 'text' },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0 },
    { name: 'problem', type: 'text' },
  ],
});

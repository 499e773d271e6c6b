/** What staff see of a story's stage. It lives in `workflow`, beside the document: restoring an old version must not bring an old stage back. */
import type { Field } from 'payload';
import { EDITORIAL_ROLES, hasRole } from '../../src/domain/roles.ts';
import { editorialField, never } from '../access/rules.ts';
import { editorial } from '../hooks/services.ts';

/** The stage of work on the text: draft, in_review, approved or scheduled. */
export const workField: Field = stageField('work', 'How far the work on the text has come.');

/** The stage of publication: none, live, withdrawn or killed. */
export const publicationField: Field = stageField('publication', 'Whether readers can see the story.');

/** The stages in words, what comes next, and the way so far; at the head of the sidebar. */
export const stagePanel: Field = {
  name: 'stagePanel',
  type: 'ui',
  admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/src/admin/StagePanel.tsx#StagePanel' } },
};

/** The other stories of the set, joined at reading: a translation is never stored in another story's text. */
export const translationsField: Field = {
  name: 'translations',
  type: 'json',
  virtual: true,
  access: { create: never, update: never, read: editorialField },
  admin: { hidden: true },
  hooks: {
    afterRead: [
      async ({ data, req }) => {
        const article = data as { id?: string; translationSet?: string | null } | undefined;
        if (!hasRole(req, EDITORIAL_ROLES) || !article?.id || !article.translationSet) return [];
        return editorial().translationsOf(req, article.id, article.translationSet);
      },
    ],
  },
};

function stageField(name: 'work' | 'publication', description: string): Field {
  return {
    name,
    type: 'text',
    virtual: true,
    access: { create: never, update: never, read: editorialField },
    admin: {
      readOnly: true,
      position: 'sidebar',
      description,
      condition: () => false,
      disableListFilter: true,
      components: { Cell: '/src/admin/StageCell.tsx#StageCell' },
    },
    hooks: {
      afterRead: [
        async ({ data, req }) => {
          const id = (data as { id?: string } | undefined)?.id;
          if (id === undefined || !hasRole(req, EDITORIAL_ROLES)) return undefined;
          return (await editorial().stageOf(req, id))?.[name];
        },
      ],
    },
  };
}

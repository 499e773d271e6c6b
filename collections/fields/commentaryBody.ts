/** The comment's text. Only nodes that every rendition can show are let in; anything else would be lost on the way out. */
import {
  BlockquoteFeature,
  BoldFeature,
  FixedToolbarFeature,
  HeadingFeature,
  InlineToolbarFeature,
  ItalicFeature,
  lexicalEditor,
  LinkFeature,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical';
import { ValidationError, type RichTextField } from 'payload';
import { unknownNode } from '../../src/domain/commentaryNodes.ts';

export const commentaryBodyField: RichTextField = {
  name: 'body',
  type: 'richText',
  editor: lexicalEditor({
    features: [
      ParagraphFeature(),
      HeadingFeature({ enabledHeadingSizes: ['h2', 'h3'] }),
      BoldFeature(),
      ItalicFeature(),
      LinkFeature({ enabledCollections: [], maxDepth: 0 }),
      BlockquoteFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  }),
  hooks: {
    beforeChange: [
      ({ value, req, path }) => {
        const foreign = unknownNode(value);
        if (foreign !== null) {
          throw new ValidationError({ errors: [{ path: path.join('.'), message: foreign }], req });
        }
        return value as unknown;
      },
    ],
  },
  admin: { description: 'The comment itself. Links and emphasis are kept; quotations of the report belong into the excerpt.' },
};

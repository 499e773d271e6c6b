import { StagePanel as StagePanel_7071c8d64de00bba3d0544154549a997 } from '../../../../src/admin/StagePanel.tsx'
import { StageCell as StageCell_2e12d91c2dd72586f880c0b815214256 } from '../../../../src/admin/StageCell.tsx'
import { TransitionButtons as TransitionButtons_4040b0473fbd1d28760eb3ce71427bc0 } from '../../../../src/admin/TransitionButtons.tsx'
import { StageStatus as StageStatus_4d7642a16889be4ff24a08ab375241e9 } from '../../../../src/admin/StageStatus.tsx'
import { Nothing as Nothing_f5be116c5a5ec3d489c4aed0629fb4ed } from '../../../../src/admin/Nothing.tsx'
import { QuoteField as QuoteField_7ba89afd3e27287a54b059aed9505232 } from '../../../../src/admin/QuoteField.tsx'
import { SaveDraftOnly as SaveDraftOnly_a06e595103c6371a02f131d84ca1b849 } from '../../../../src/admin/SaveDraftOnly.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { DeskOverview as DeskOverview_15a6eb1335135dfabd4d6b36c9fe57a6 } from '../../../../src/admin/DeskOverview.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/StagePanel.tsx#StagePanel": StagePanel_7071c8d64de00bba3d0544154549a997,
  "/src/admin/StageCell.tsx#StageCell": StageCell_2e12d91c2dd72586f880c0b815214256,
  "/src/admin/TransitionButtons.tsx#TransitionButtons": TransitionButtons_4040b0473fbd1d28760eb3ce71427bc0,
  "/src/admin/StageStatus.tsx#StageStatus": StageStatus_4d7642a16889be4ff24a08ab375241e9,
  "/src/admin/Nothing.tsx#Nothing": Nothing_f5be116c5a5ec3d489c4aed0629fb4ed,
  "/src/admin/QuoteField.tsx#QuoteField": QuoteField_7ba89afd3e27287a54b059aed9505232,
  "/src/admin/SaveDraftOnly.tsx#SaveDraftOnly": SaveDraftOnly_a06e595103c6371a02f131d84ca1b849,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/DeskOverview.tsx#DeskOverview": DeskOverview_15a6eb1335135dfabd4d6b36c9fe57a6,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

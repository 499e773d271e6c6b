import { StagePanel as StagePanel_7071c8d64de00bba3d0544154549a997 } from '../../../../src/admin/StagePanel.tsx'
import { MomentField as MomentField_4c4fa14bab3bf78b8ae50be18fef0bd2 } from '../../../../src/admin/MomentField.tsx'
import { StageCell as StageCell_2e12d91c2dd72586f880c0b815214256 } from '../../../../src/admin/StageCell.tsx'
import { TransitionButtons as TransitionButtons_4040b0473fbd1d28760eb3ce71427bc0 } from '../../../../src/admin/TransitionButtons.tsx'
import { SaveDraft as SaveDraft_b4a7406652ae45a45ca0004931101a54 } from '../../../../src/admin/saving/SaveDraft.tsx'
import { StageStatus as StageStatus_4d7642a16889be4ff24a08ab375241e9 } from '../../../../src/admin/StageStatus.tsx'
import { Nothing as Nothing_f5be116c5a5ec3d489c4aed0629fb4ed } from '../../../../src/admin/Nothing.tsx'
import { QuoteField as QuoteField_7ba89afd3e27287a54b059aed9505232 } from '../../../../src/admin/QuoteField.tsx'
import { VerificationCell as VerificationCell_d34c7c70056234018250a4f5795e6326 } from '../../../../src/admin/quotes/VerificationCell.tsx'
import { QuoteVerification as QuoteVerification_ab67e170cb0095497b38cfdb4d51fd13 } from '../../../../src/admin/quotes/QuoteVerification.tsx'
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
import { PictureStateCell as PictureStateCell_e624ace80f9089bd451acfbb08dc06ad } from '../../../../src/admin/PictureStateCell.tsx'
import { PictureState as PictureState_81bfb68e1775ae883ca32055b3616639 } from '../../../../src/admin/PictureState.tsx'
import { SaveChanges as SaveChanges_160a04fff8191ed900894e5a3b951867 } from '../../../../src/admin/saving/SaveChanges.tsx'
import { DeskOverview as DeskOverview_15a6eb1335135dfabd4d6b36c9fe57a6 } from '../../../../src/admin/DeskOverview.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/StagePanel.tsx#StagePanel": StagePanel_7071c8d64de00bba3d0544154549a997,
  "/src/admin/MomentField.tsx#MomentField": MomentField_4c4fa14bab3bf78b8ae50be18fef0bd2,
  "/src/admin/StageCell.tsx#StageCell": StageCell_2e12d91c2dd72586f880c0b815214256,
  "/src/admin/TransitionButtons.tsx#TransitionButtons": TransitionButtons_4040b0473fbd1d28760eb3ce71427bc0,
  "/src/admin/saving/SaveDraft.tsx#SaveDraft": SaveDraft_b4a7406652ae45a45ca0004931101a54,
  "/src/admin/StageStatus.tsx#StageStatus": StageStatus_4d7642a16889be4ff24a08ab375241e9,
  "/src/admin/Nothing.tsx#Nothing": Nothing_f5be116c5a5ec3d489c4aed0629fb4ed,
  "/src/admin/QuoteField.tsx#QuoteField": QuoteField_7ba89afd3e27287a54b059aed9505232,
  "/src/admin/quotes/VerificationCell.tsx#VerificationCell": VerificationCell_d34c7c70056234018250a4f5795e6326,
  "/src/admin/quotes/QuoteVerification.tsx#QuoteVerification": QuoteVerification_ab67e170cb0095497b38cfdb4d51fd13,
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
  "/src/admin/PictureStateCell.tsx#PictureStateCell": PictureStateCell_e624ace80f9089bd451acfbb08dc06ad,
  "/src/admin/PictureState.tsx#PictureState": PictureState_81bfb68e1775ae883ca32055b3616639,
  "/src/admin/saving/SaveChanges.tsx#SaveChanges": SaveChanges_160a04fff8191ed900894e5a3b951867,
  "/src/admin/DeskOverview.tsx#DeskOverview": DeskOverview_15a6eb1335135dfabd4d6b36c9fe57a6,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

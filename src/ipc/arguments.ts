import { z } from 'zod';
import { commandSchema } from '../core/project/command-schema';
import { coderIdSchema, documentIdSchema } from '../core/project/schema';
import type { PastId, Requests } from './contract';
import {
  READING_LIMITS,
  THEMES,
  type ReadingPlace,
  type ReadingSettings,
  type Settings,
} from './settings';

const offset = z.number().int().min(0);

function within(limits: { readonly min: number; readonly max: number }): z.ZodNumber {
  return z.number().min(limits.min).max(limits.max);
}

const readingSchema: z.ZodType<ReadingSettings> = z.strictObject({
  textSize: within(READING_LIMITS.textSize),
  lineSpacing: within(READING_LIMITS.lineSpacing),
  measure: within(READING_LIMITS.measure),
});

export const settingsSchema: z.ZodType<Settings> = z.strictObject({
  theme: z.enum(THEMES),
  reading: readingSchema,
  documentsOpen: z.boolean(),
  inspectorOpen: z.boolean(),
  // Absent in the settings of Postil 0.1. Ids that are not known here may be a newer Postil's.
  keys: z.record(z.string().max(100), z.string().max(100)).default({}),
});

export const placeSchema: z.ZodType<ReadingPlace> = z.strictObject({
  offset,
  fraction: z.number().min(0).max(1),
  furthest: offset,
});

const none = z.tuple([]);
const mergeChoices = z.record(z.string().max(2_000), z.string().max(200));

/** A snapshot's hash; empty for the project as it is. */
const sourceSchema = z.string().regex(/^(?:[0-9a-f]{64})?$/u);

const shelfSchema = z.string().regex(/^[0-9a-f]{16}$/u);
const pastIdSchema: z.ZodType<PastId> = z.union([
  z.strictObject({
    kind: z.literal('backup'),
    name: z.string().min(1).max(100),
    shelf: shelfSchema.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('moment'), stamp: z.string().min(1).max(200) }),
]);

/** What each request may carry. The main process refuses anything else. */
export const argumentSchemas: {
  readonly [Name in keyof Requests]: z.ZodType<Parameters<Requests[Name]>>;
} = {
  'app.start': none,
  'document.text': z.tuple([documentIdSchema]),
  'document.place': z.tuple([documentIdSchema, placeSchema]),
  'document.open': z.tuple([documentIdSchema]),
  'command.perform': z.tuple([commandSchema, z.number().int()]),
  'history.undo': none,
  'history.redo': none,
  'settings.change': z.tuple([settingsSchema]),
  'coder.choose': z.tuple([coderIdSchema]),
  'coder.enter': none,
  'project.create': none,
  'project.open': none,
  'project.showFolder': none,
  'project.reload': none,
  'texts.choose': none,
  'texts.drop': z.tuple([z.array(z.string().min(1).max(10_000)).max(10_000)]),
  'sets.export': z.tuple([
    z.strictObject({
      documentId: documentIdSchema.exactOptional(),
      coderId: coderIdSchema.exactOptional(),
      includeTexts: z.boolean(),
    }),
  ]),
  'sets.chooseImport': none,
  'sets.confirmImport': z.tuple([z.number().int()]),
  'codebook.export': none,
  'codebook.chooseImport': none,
  'codebook.confirmImport': z.tuple([z.number().int(), z.boolean()]),
  'save.retry': none,
  'backups.list': z.tuple([shelfSchema.nullable()]),
  'backups.make': none,
  'past.deeds': z.tuple([documentIdSchema.nullable()]),
  'past.compare': z.tuple([pastIdSchema]),
  'past.restore': z.tuple([pastIdSchema]),
  'past.openCopy': none,
  'pack.write': z.tuple([z.enum(['coder', 'return']), coderIdSchema]),
  'methods.save': z.tuple([sourceSchema, z.strictObject({ withGamma: z.boolean() })]),
  'snapshot.list': none,
  'snapshot.take': z.tuple([z.string().max(10_000)]),
  'agreement.figures': z.tuple([
    sourceSchema,
    z.strictObject({ withIntervals: z.boolean(), withGamma: z.boolean() }),
  ]),
  'agreement.cancel': none,
  'pack.choose': none,
  'pack.confirm': z.tuple([z.number().int(), mergeChoices]),
  'pack.takeBack': none,
  'unmatched.look': none,
  'looking.cancel': none,
  'unmatched.settle': z.tuple([z.number().int(), mergeChoices]),
  'report.prepare': none,
  'report.save': none,
};

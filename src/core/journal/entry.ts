import { z } from 'zod';
import { commandSchema } from '../project/command-schema';
import type { Step } from '../project/history';
import { parseWith } from '../project/parse-with';
import { coderIdSchema } from '../project/schema';
import type { CoderId } from '../ids';
import type { Result } from '../result';
import { recordChangeSchema, type RecordChange } from './change';
import { isStamp, type Stamp } from './stamp';

/** How an act came about: done, taken back, taken again; or taken over from the project's files, as they were. */
export const REASONS = ['perform', 'undo', 'redo', 'adopt'] as const;

/** One act of a coder at a device: what a line of a journal holds besides its number and hashes. */
export interface JournalEntry {
  readonly stamp: Stamp;
  readonly reason: (typeof REASONS)[number];
  /** The coder who worked at the device. */
  readonly coderId?: CoderId;
  /** What a person reads of it (“Add Annotation”); empty for what was taken over. */
  readonly name: string;
  /** What takes it back (or, after an undo, again). */
  readonly step?: Step;
  /** The step takes the place of the one before: typing that went on. */
  readonly goesOn?: true;
  readonly changes: readonly RecordChange[];
}

const stepSchema: z.ZodType<Step> = z.strictObject({
  name: z.string(),
  command: commandSchema,
  typing: z
    .strictObject({ id: z.string(), at: z.number() })
    .exactOptional() as unknown as z.ZodType<NonNullable<Step['typing']>>,
});

const entrySchema: z.ZodType<JournalEntry> = z.strictObject({
  stamp: z.string().refine(isStamp, 'a stamp'),
  reason: z.enum(REASONS),
  coderId: coderIdSchema.exactOptional(),
  name: z.string().max(1_000),
  step: stepSchema.exactOptional(),
  goesOn: z.literal(true).exactOptional(),
  changes: z.array(recordChangeSchema),
});

/** The body of a journal's line to an act; the fault has the path to what is wrong. */
export function parseEntry(body: unknown): Result<JournalEntry> {
  return parseWith(entrySchema, body);
}

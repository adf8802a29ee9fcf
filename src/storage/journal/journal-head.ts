import { z } from 'zod';
import type { CoderId, DeviceId, ProjectId } from '../../core/ids';
import { coderIdSchema, deviceIdSchema, projectIdSchema } from '../../core/project/schema';
import { createFault, fail, ok, type Result } from '../../core/result';
import { encodeLine, type JournalLine } from './journal-line';

/** Whose journal it is; the first line says it. Nobody but this coder's Postil on this device writes into the file. */
export interface JournalHead {
  readonly projectId: ProjectId;
  readonly coderId: CoderId;
  readonly deviceId: DeviceId;
}

const FORMAT = 'postil-journal';
const VERSION = 1;

const formatSchema = z.looseObject({
  format: z.literal(FORMAT),
  formatVersion: z.number().int().min(1),
});

const headSchema: z.ZodType<JournalHead> = z.strictObject({
  projectId: projectIdSchema,
  coderId: coderIdSchema,
  deviceId: deviceIdSchema,
});

/** The first line of a journal. The same head gives the same bytes, so its hash stands for it. */
export function encodeHead(head: JournalHead): ReturnType<typeof encodeLine> {
  const { projectId, coderId, deviceId } = head;
  const body = { format: FORMAT, formatVersion: VERSION, projectId, coderId, deviceId };
  return encodeLine(1, '', JSON.stringify(body));
}

/** The head in line 1 of `file`. */
export function parseHead({ body }: JournalLine, file: string): Result<JournalHead> {
  const format = formatSchema.safeParse(body);
  if (!format.success) return fail(createFault('journal.file.foreign', { file }));
  const { format: _format, formatVersion, ...rest } = format.data;
  if (formatVersion > VERSION) {
    return fail(
      createFault('journal.file.newer', { file, version: formatVersion, known: VERSION }),
    );
  }
  const head = headSchema.safeParse(rest);
  return head.success ? ok(head.data) : fail(createFault('journal.file.foreign', { file }));
}

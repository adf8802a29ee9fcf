import { z } from 'zod';
import type { CoderId, ProjectId, Timestamp } from '../../core/ids';
import {
  coderIdSchema,
  documentIdSchema,
  nameSchema,
  projectIdSchema,
  timestampSchema,
} from '../../core/project/schema';
import type { FileFormat } from '../file-format';

/** What goes to a coder, and what comes back. */
export const PACK_KINDS = ['coder', 'return'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/**
 * The first line of a pack: what it is. The second line is a JSON object of files, path to bytes in base64.
 */
export interface PackFacts {
  readonly kind: PackKind;
  readonly projectId: ProjectId;
  readonly title: string;
  readonly coderId: CoderId;
  readonly coder: string;
  readonly at: Timestamp;
  /** The last revision of the codebook that the coder works with. */
  readonly codebookRevision: number;
  /** SHA-256 of each text that the coder has, by the id of its document. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface PackHead extends PackFacts {
  /** SHA-256 of the second line without its line end: the seal. */
  readonly bodyHash: string;
}

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);

export const PACK_HEAD: FileFormat<PackHead> = {
  name: 'postil-pack',
  migrations: [],
  schema: z.strictObject({
    kind: z.enum(PACK_KINDS),
    projectId: projectIdSchema,
    title: nameSchema,
    coderId: coderIdSchema,
    coder: nameSchema,
    at: timestampSchema,
    codebookRevision: z.number().int().min(0),
    texts: z.record(documentIdSchema, hashSchema),
    bodyHash: hashSchema,
  }),
};

const ID = '[a-z0-9][a-z0-9-]{0,63}';

/** The files that a pack may hold: those of a project, each at its place. No path leads anywhere else. */
const PLACES = new RegExp(
  `^(?:project\\.json|codebook\\.json|actors\\.json|\\.gitattributes` +
    `|documents/${ID}\\.txt|sources/${ID}-[^/\\\\]{1,200}` +
    `|coders/${ID}/(?:${ID}\\.json|_memos\\.json|journal-[^/\\\\]{1,200}\\.jsonl))$`,
  'u',
);

export const packBodySchema: z.ZodType<Readonly<Record<string, string>>> = z.record(
  z.string().regex(PLACES),
  z.base64(),
);

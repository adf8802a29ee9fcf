import { z } from 'zod';
import type { Annotation } from '../../core/annotation/annotation';
import type { Relation } from '../../core/annotation/relation';
import type { Codebook } from '../../core/codebook/codebook';
import type { ReadingMark } from '../../core/document/reading-mark';
import type { DocumentId, Timestamp } from '../../core/ids';
import type { Memo } from '../../core/memo/memo';
import { codebookSchema } from '../../core/project/codebook-schema';
import type { Project } from '../../core/project/project';
import {
  actorSchema,
  annotationSchema,
  documentIdSchema,
  markSchema,
  memoRecordSchema,
  relationSchema,
  timestampSchema,
} from '../../core/project/schema';
import type { Actor } from '../../core/register/actor';
import type { FileFormat } from '../file-format';
import { PROJECT_FORMAT, type ProjectHead } from '../project-formats';

/** Why a backup was made. */
export const BACKUP_REASONS = ['opened', 'import', 'codebook', 'bulk', 'time'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

type Pairs<Item> = readonly (readonly [DocumentId, readonly Item[]])[];

/** A whole project at one moment. Its texts lie beside it, by the hashes that the documents have. */
export interface Backup {
  readonly at: Timestamp;
  readonly reason: BackupReason;
  /** `contentHash` of the project: what is read back must have it. */
  readonly contentHash: string;
  readonly head: ProjectHead;
  readonly codebook: Codebook;
  readonly actors: readonly Actor[];
  readonly annotations: Pairs<Annotation>;
  readonly relations: Pairs<Relation>;
  readonly marks: Pairs<ReadingMark>;
  readonly memos: readonly Memo[];
}

const pairs = <Item>(item: z.ZodType<Item>): z.ZodType<Pairs<Item>> =>
  z.array(z.tuple([documentIdSchema, z.array(item)]));

export const BACKUP_FORMAT: FileFormat<Backup> = {
  name: 'postil-backup',
  migrations: [],
  schema: z.strictObject({
    at: timestampSchema,
    reason: z.enum(BACKUP_REASONS),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/u),
    head: PROJECT_FORMAT.schema,
    codebook: codebookSchema,
    actors: z.array(actorSchema).max(100_000),
    annotations: pairs(annotationSchema),
    relations: pairs(relationSchema),
    marks: pairs(markSchema),
    memos: z.array(memoRecordSchema),
  }),
};

export function packProject(
  project: Project,
  about: Pick<Backup, 'at' | 'reason' | 'contentHash'>,
): Backup {
  const { id, title, coders, documents, codebook, actors, memos } = project;
  return {
    ...about,
    head: { id, title, coders, documents },
    codebook,
    actors,
    annotations: [...project.annotations],
    relations: [...project.relations],
    marks: [...project.marks],
    memos,
  };
}

export function unpackProject(backup: Backup): Project {
  const { head, codebook, actors, memos } = backup;
  return {
    ...head,
    codebook,
    actors,
    annotations: new Map(backup.annotations),
    relations: new Map(backup.relations),
    marks: new Map(backup.marks),
    memos,
  };
}

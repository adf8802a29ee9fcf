import { z } from 'zod';
import type { CoderId, ProjectId, Timestamp } from '../../core/ids';
import {
  coderIdSchema,
  nameSchema,
  projectIdSchema,
  timestampSchema,
} from '../../core/project/schema';
import { createFault } from '../../core/result';
import type { FileFormat } from '../file-format';
import type { SealedFormat } from '../sealed-file';

/** Why a snapshot was taken, and when by whom. */
export interface SnapshotWish {
  readonly at: Timestamp;
  readonly coderId: CoderId;
  /** In a person's words; may be empty. */
  readonly reason: string;
  /** Titles of documents that are not in it because their texts are not at hand; absent where none is left out. */
  readonly withheld?: readonly string[];
}

/** The first line of a snapshot. The second line is the project, as in a backup; its texts are the project's own. */
export interface SnapshotHead extends SnapshotWish {
  readonly projectId: ProjectId;
  readonly title: string;
  readonly documents: number;
  readonly annotations: number;
  /** `contentHash` of the project, which names the file. */
  readonly contentHash: string;
  /** SHA-256 of the second line without its line end: the seal. */
  readonly bodyHash: string;
}

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.number().int().min(0);

const SNAPSHOT_HEAD: FileFormat<SnapshotHead> = {
  name: 'postil-snapshot',
  migrations: [],
  schema: z.strictObject({
    at: timestampSchema,
    coderId: coderIdSchema,
    reason: z.string().max(10_000),
    withheld: z.array(nameSchema).min(1).exactOptional(),
    projectId: projectIdSchema,
    title: nameSchema,
    documents: count,
    annotations: count,
    contentHash: hashSchema,
    bodyHash: hashSchema,
  }),
};

export const SNAPSHOT: SealedFormat<SnapshotHead> = {
  head: SNAPSHOT_HEAD,
  broken: (file) => createFault('snapshots.fault.broken', { file }),
};

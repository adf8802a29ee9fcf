import { z } from 'zod';
import type { Annotation } from '../../core/annotation/annotation';
import type { Relation } from '../../core/annotation/relation';
import { BACKUP_REASONS, type BackupReason } from '../../core/backup/reason';
import type { Codebook } from '../../core/codebook/codebook';
import type { ReadingMark } from '../../core/document/reading-mark';
import type { DocumentId, ProjectId, Timestamp } from '../../core/ids';
import type { Memo } from '../../core/memo/memo';
import { codebookSchema } from '../../core/project/codebook-schema';
import { parseWith } from '../../core/project/parse-with';
import type { Project } from '../../core/project/project';
import {
  actorSchema,
  annotationSchema,
  documentIdSchema,
  markSchema,
  memoRecordSchema,
  nameSchema,
  projectIdSchema,
  relationSchema,
  timestampSchema,
  verdictSchema,
} from '../../core/project/schema';
import type { Actor } from '../../core/register/actor';
import type { Verdict } from '../../core/verdict/verdict';
import { ok, type Result } from '../../core/result';
import { parseJsonText } from '../../core/text/json';
import type { FileFormat } from '../file-format';
import { PROJECT_FORMAT, type ProjectHead } from '../project-formats';

/**
 * The first line of a backup: what it is and what it holds. The second line is the project; its texts lie beside the
 * backups, by their hashes.
 */
export interface BackupHead {
  readonly at: Timestamp;
  readonly reason: BackupReason;
  readonly projectId: ProjectId;
  readonly title: string;
  /** The project's folder when the backup was made. */
  readonly folder: string;
  readonly documents: number;
  readonly annotations: number;
  /** Hashes of the texts that belong to it. */
  readonly texts: readonly string[];
  /** SHA-256 of the second line without its line end. */
  readonly bodyHash: string;
  /** `contentHash` of the project: what is read back must have it. */
  readonly contentHash: string;
}

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.number().int().min(0);

export const BACKUP_HEAD: FileFormat<BackupHead> = {
  name: 'postil-backup',
  migrations: [],
  schema: z.strictObject({
    at: timestampSchema,
    reason: z.enum(BACKUP_REASONS),
    projectId: projectIdSchema,
    title: nameSchema,
    folder: z.string(),
    documents: count,
    annotations: count,
    texts: z.array(hashSchema),
    bodyHash: hashSchema,
    contentHash: hashSchema,
  }),
};

type Pairs<Item> = readonly (readonly [DocumentId, readonly Item[]])[];

interface BackupBody {
  readonly head: ProjectHead;
  readonly codebook: Codebook;
  readonly actors: readonly Actor[];
  readonly memos: readonly Memo[];
  readonly annotations: Pairs<Annotation>;
  readonly relations: Pairs<Relation>;
  readonly marks: Pairs<ReadingMark>;
  /** Absent in backups of before there were any. */
  readonly verdicts?: Pairs<Verdict>;
}

const pairs = <Item>(item: z.ZodType<Item>): z.ZodType<Pairs<Item>> =>
  z.array(z.tuple([documentIdSchema, z.array(item)]));

/** Backups from before there was a team's record do not have it. */
const headSchema = z.preprocess(
  (head) => (typeof head === 'object' && head !== null ? { team: [], ...head } : head),
  PROJECT_FORMAT.schema,
);

const bodySchema: z.ZodType<BackupBody> = z.strictObject({
  head: headSchema,
  codebook: codebookSchema,
  actors: z.array(actorSchema).max(100_000),
  memos: z.array(memoRecordSchema),
  annotations: pairs(annotationSchema),
  relations: pairs(relationSchema),
  marks: pairs(markSchema),
  verdicts: pairs(verdictSchema).exactOptional(),
});

/** So many items become text at once: some milliseconds. */
const AT_ONCE = 200;

/** The second line of a backup, in pieces between which other work can be done. */
export function* packProject(project: Project): Generator<string, void> {
  const { id, title, coders, documents, team, codebook } = project;
  const { annotations, relations, marks, verdicts } = project;
  yield `{"head":${JSON.stringify({ id, title, coders, documents, team })}`;
  yield `,"codebook":${JSON.stringify(codebook)}`;
  yield* packList(',"actors":', project.actors);
  yield* packList(',"memos":', project.memos);
  yield* packSets(',"annotations":', annotations);
  yield* packSets(',"relations":', relations);
  yield* packSets(',"marks":', marks);
  yield* packSets(',"verdicts":', verdicts);
  yield '}';
}

function* packSets(
  before: string,
  sets: ReadonlyMap<DocumentId, readonly object[]>,
): Generator<string, void> {
  yield `${before}[`;
  let comma = '';
  for (const [id, all] of sets) {
    yield* packList(`${comma}[${JSON.stringify(id)},`, all);
    yield ']';
    comma = ',';
  }
  yield ']';
}

function* packList(before: string, items: readonly object[]): Generator<string, void> {
  yield `${before}[`;
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const text = JSON.stringify(items.slice(at, at + AT_ONCE)).slice(1, -1);
    yield at === 0 ? text : `,${text}`;
  }
  yield ']';
}

/** The project of a backup's second line. */
export function unpackProject(line: string): Result<Project> {
  const json = parseJsonText(line);
  if (!json.ok) return json;
  const body = parseWith(bodySchema, json.value);
  return body.ok ? ok(projectOf(body.value)) : body;
}

/** Of what this process has just packed, which need not be checked: that takes ten times as long. */
export function unpackOwn(pieces: readonly string[]): Project {
  return projectOf(JSON.parse(pieces.join('')) as BackupBody);
}

function projectOf(body: BackupBody): Project {
  const { head, annotations, relations, marks, verdicts = [], ...rest } = body;
  return {
    ...head,
    ...rest,
    annotations: new Map(annotations),
    relations: new Map(relations),
    marks: new Map(marks),
    verdicts: new Map(verdicts),
  };
}

import { z } from 'zod';
import type { Annotation } from '../core/annotation/annotation';
import type { Relation } from '../core/annotation/relation';
import type { Codebook } from '../core/codebook/codebook';
import type { ReadingMark } from '../core/document/reading-mark';
import type { CoderId, DocumentId } from '../core/ids';
import type { Project } from '../core/project/project';
import {
  actorSchema,
  annotationSchema,
  coderIdSchema,
  coderSchema,
  documentIdSchema,
  markSchema,
  memoRecordSchema,
  nameSchema,
  projectIdSchema,
  relationSchema,
  sourceDocumentSchema,
  verdictSchema,
  teamActSchema,
} from '../core/project/schema';
import type { Memo } from '../core/memo/memo';
import { codebookSchema } from '../core/project/codebook-schema';
import type { Actor } from '../core/register/actor';
import type { Verdict } from '../core/verdict/verdict';
import type { FileFormat } from './file-format';
import {
  actorsMigrations,
  annotationSetMigrations,
  codebookMigrations,
  headMigrations,
  memosMigrations,
} from './migrations/project-migrations';

/** project.json: what the project is, who codes, which texts. */
export type ProjectHead = Pick<Project, 'id' | 'title' | 'coders' | 'documents' | 'team'>;

/**
 * coders/<coder id>/<document id>.json: one coder's annotations on one document, in text order; of the gold set
 * gold/<document id>.json.
 */
export interface AnnotationSet {
  /** Number of the last line of the coder's journal that is contained here; 0 while there is no journal. */
  readonly lastLine: number;
  readonly coderId: CoderId;
  readonly documentId: DocumentId;
  readonly annotations: readonly Annotation[];
  /** Those that begin in this document. */
  readonly relations: readonly Relation[];
  readonly marks: readonly ReadingMark[];
  /** What this coder decided as an adjudicator. */
  readonly verdicts: readonly Verdict[];
}

/** actors.json: the register. */
export interface ActorsFile {
  readonly actors: readonly Actor[];
}

/** coders/<coder id>/_memos.json: one coder's memos on the project, its documents, codes and actors, oldest first. */
export interface MemosFile {
  readonly coderId: CoderId;
  readonly memos: readonly Memo[];
}

export const PROJECT_FORMAT: FileFormat<ProjectHead> = {
  name: 'postil-project',
  migrations: headMigrations,
  schema: z.strictObject({
    id: projectIdSchema,
    title: nameSchema,
    coders: z.array(coderSchema),
    documents: z.array(sourceDocumentSchema),
    team: z.array(teamActSchema),
  }),
};

export const CODEBOOK_FORMAT: FileFormat<Codebook> = {
  name: 'postil-codebook',
  migrations: codebookMigrations,
  schema: codebookSchema,
};

export const ANNOTATION_SET_FORMAT: FileFormat<AnnotationSet> = {
  name: 'postil-annotation-set',
  migrations: annotationSetMigrations,
  schema: z.strictObject({
    lastLine: z.number().int().min(0),
    coderId: coderIdSchema,
    documentId: documentIdSchema,
    annotations: z.array(annotationSchema),
    relations: z.array(relationSchema),
    marks: z.array(markSchema),
    verdicts: z.array(verdictSchema),
  }),
};

export const ACTORS_FORMAT: FileFormat<ActorsFile> = {
  name: 'postil-actors',
  migrations: actorsMigrations,
  schema: z.strictObject({ actors: z.array(actorSchema).max(100_000) }),
};

export const MEMOS_FORMAT: FileFormat<MemosFile> = {
  name: 'postil-memos',
  migrations: memosMigrations,
  schema: z.strictObject({ coderId: coderIdSchema, memos: z.array(memoRecordSchema) }),
};

import { z } from 'zod';
import type { Annotation } from '../core/annotation/annotation';
import type { Codebook } from '../core/codebook/codebook';
import type { CoderId, DocumentId } from '../core/ids';
import type { Project } from '../core/project/project';
import {
  annotationSchema,
  codebookSchema,
  coderIdSchema,
  coderSchema,
  documentIdSchema,
  nameSchema,
  projectIdSchema,
  sourceDocumentSchema,
} from '../core/project/schema';
import type { FileFormat } from './file-format';
import {
  annotationSetMigrations,
  codebookMigrations,
  headMigrations,
} from './migrations/project-migrations';

/** project.json: what the project is, who codes, which texts. */
export type ProjectHead = Pick<Project, 'id' | 'title' | 'coders' | 'documents'>;

/** coders/<coder id>/<document id>.json: one coder's annotations on one document, in text order. */
export interface AnnotationSet {
  /** Number of the last line of the coder's journal that is contained here; 0 while there is no journal. */
  readonly lastLine: number;
  readonly coderId: CoderId;
  readonly documentId: DocumentId;
  readonly annotations: readonly Annotation[];
}

export const PROJECT_FORMAT: FileFormat<ProjectHead> = {
  name: 'postil-project',
  migrations: headMigrations,
  schema: z.strictObject({
    id: projectIdSchema,
    title: nameSchema,
    coders: z.array(coderSchema),
    documents: z.array(sourceDocumentSchema),
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
  }),
};

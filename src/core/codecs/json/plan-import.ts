import type { SourceDocument } from '../../document/source-document';
import type { CoderId, DocumentId, Timestamp } from '../../ids';
import type { Command } from '../../project/command';
import { findCoder, type Coder, type Project, type TextSource } from '../../project/project';
import { fail, ok, type Result } from '../../result';
import { createFaultCollector, type FaultList } from './fault-list';
import type { AnnotationSetsFile } from './format';
import { matchDocuments } from './match-documents';
import { mergeAnnotations } from './merge-annotations';
import { mergeCodebook } from './merge-codebook';

/** What an import would do, for a person to decide. */
export interface ImportSummary {
  /** The title that the file's project had. */
  readonly projectTitle: string;
  /** Titles of the documents that are added. */
  readonly addedDocuments: readonly string[];
  /** Names of the codes that are added. */
  readonly addedCodes: readonly string[];
  /** Names of the coders in the file, as they are called here. */
  readonly coders: readonly string[];
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Annotations whose version here is as new or newer and stays. */
  readonly kept: number;
}

/** Store `texts` durably first, then perform `command`. When `command.commands` is empty there is nothing to do. */
export interface ImportPlan {
  readonly command: Extract<Command, { readonly kind: 'batch' }>;
  /** Texts of documents that are added. As the file to keep beside it, take the UTF-8 bytes of `text`. */
  readonly texts: readonly { readonly document: SourceDocument; readonly text: string }[];
  readonly summary: ImportSummary;
}

/**
 * How a parsed file goes into this project, or everything that stands against it; planning changes nothing and the
 * plan is one step to undo. A project without documents and annotations becomes the one in the file, with its id and
 * title, so that exporting it again gives the same bytes but for the time.
 */
export function planImport(
  project: Project,
  textOf: TextSource,
  file: AnnotationSetsFile,
  given: { readonly at: Timestamp; readonly createDocumentId: () => DocumentId },
): Result<ImportPlan, FaultList> {
  const faults = createFaultCollector();
  const { documents, added } = matchDocuments(project, file, given.createDocumentId, faults);
  const { codebook, added: addedCodes } = mergeCodebook(project, file, given.at);
  const { commands, ...counts } = mergeAnnotations(project, textOf, file, documents, faults);
  const found = faults.list();
  if (found !== undefined) return fail(found);
  return ok({
    command: {
      kind: 'batch',
      purpose: 'import',
      size: counts.added + counts.updated,
      commands: [
        ...describeEmptyProject(project, file),
        ...added.map(({ document }, i): Command => {
          return { kind: 'document.add', document, index: project.documents.length + i };
        }),
        ...addCoders(project, file.coders),
        ...(codebook === project.codebook ? [] : [{ kind: 'codebook.replace', codebook } as const]),
        ...commands,
      ],
    },
    texts: added,
    summary: {
      projectTitle: file.project.title,
      addedDocuments: added.map(({ document }) => document.title.value),
      addedCodes: addedCodes.map((code) => code.name),
      coders: file.coders.map(({ id, name }) => findCoder(project, id)?.name ?? name),
      ...counts,
    },
  });
}

function describeEmptyProject(project: Project, file: AnnotationSetsFile): readonly Command[] {
  const { id, title } = file.project;
  const isEmpty = project.documents.length === 0 && project.annotations.size === 0;
  if (!isEmpty || (project.id === id && project.title === title)) return [];
  return [{ kind: 'project.describe', id, title }];
}

function addCoders(project: Project, coders: readonly Coder[]): readonly Command[] {
  const known = new Set<CoderId>(project.coders.map((coder) => coder.id));
  return coders
    .filter((coder) => !known.has(coder.id))
    .map((coder, i): Command => {
      return { kind: 'coder.add', coder, index: project.coders.length + i };
    });
}

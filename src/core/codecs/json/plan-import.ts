import type { SourceDocument } from '../../document/source-document';
import type { AnnotationId, CoderId, DocumentId, Timestamp } from '../../ids';
import type { Command } from '../../project/command';
import { valueSurroundings } from '../../project/effective';
import { findCoder, type Coder, type Project, type TextSource } from '../../project/project';
import { allAnnotations } from '../../project/uses';
import { fail, ok, type Result } from '../../result';
import { createFaultCollector, type FaultList } from './fault-list';
import type { AnnotationSetsFile } from './format';
import { matchDocuments } from './match-documents';
import { mergeActors } from './merge-actors';
import { mergeAnnotations } from './merge-annotations';
import { mergeCodebook } from './merge-codebook';
import type { MergeCounts } from './merge-counts';
import { mergeMarks, mergeMemos } from './merge-marks';
import { mergeRelations } from './merge-relations';
import { carryOver, findUnfit, withAnnotations } from './merged-work';
import { findStrays, type Strays } from './strays';

/** What an import would do, for a person to decide. The counts of the file itself are those of annotations. */
export interface ImportSummary extends MergeCounts {
  /** The title that the file's project had. */
  readonly projectTitle: string;
  /** Titles of the documents that are added. */
  readonly addedDocuments: readonly string[];
  /** Names of the codes, kinds of relations and lists that are added. */
  readonly addedCodes: readonly string[];
  readonly addedKinds: readonly string[];
  readonly addedLists: readonly string[];
  /** How many values lists that are here get. */
  readonly addedValues: number;
  /** How many entries the register gets, and how many of them are merged into one of their name and kind here. */
  readonly addedActors: number;
  readonly matchedActors: number;
  /** Names that codes and actors get because theirs is taken here. */
  readonly renamed: readonly string[];
  /** Names of the coders in the file, as they are called here. */
  readonly coders: readonly string[];
  readonly relations: MergeCounts;
  /** Relations that do not fit the codes which their ends have after the import. */
  readonly leftOutRelations: number;
  readonly marks: MergeCounts;
  readonly memos: MergeCounts;
  /** Values in added and updated annotations that the codebook after the import does not have. */
  readonly strays: Strays;
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
 * plan is one step to undo. An empty project becomes the one in the file, with its id and title, so that exporting it
 * again gives the same bytes but for the time.
 */
export function planImport(
  project: Project,
  textOf: TextSource,
  file: AnnotationSetsFile,
  given: { readonly at: Timestamp; readonly createDocumentId: () => DocumentId },
): Result<ImportPlan, FaultList> {
  const faults = createFaultCollector();
  const { documents, added: texts } = matchDocuments(project, file, given.createDocumentId, faults);
  const actors = mergeActors(project.actors, file.actors);
  const annotations = mergeAnnotations(project, textOf, file, documents, actors.actors, faults);
  const merged = withAnnotations({ ...project, actors: actors.actors }, annotations);
  const ends = indexEnds(merged, texts);
  const incoming = [...annotations.added, ...annotations.updated];
  const links = file.relations.map(({ kindId, fromId, toId }) => {
    return { kindId, from: ends.get(fromId)?.codeId, to: ends.get(toId)?.codeId };
  });
  const book = mergeCodebook(project, file, { annotations: incoming, links }, given.at);
  const after: Project = { ...merged, codebook: book.codebook };
  const relations = mergeRelations(after, file, (id) => ends.get(id)?.documentId, faults);
  const unfit = findUnfit(project, after, annotations.updated);
  const textHere: TextSource = (id) =>
    texts.find(({ document }) => document.id === id)?.text ?? textOf(id);
  const marks = mergeMarks(project, textHere, file, documents, faults);
  const memos = mergeMemos(project, file, documents, faults);
  const found = faults.list();
  if (found !== undefined) return fail(found);
  const { added, updated } = annotations.counts;
  return ok({
    command: {
      kind: 'batch',
      purpose: 'import',
      size: added + updated,
      commands: [
        ...describeEmptyProject(project, file),
        ...texts.map(({ document }, i): Command => {
          return { kind: 'document.add', document, index: project.documents.length + i };
        }),
        ...addCoders(project, file.coders),
        ...actors.commands,
        ...(book.codebook === project.codebook
          ? []
          : [{ kind: 'codebook.replace', codebook: book.codebook } as const]),
        ...carryOver(after, unfit, annotations, relations),
        ...marks.commands,
        ...memos.commands,
      ],
    },
    texts,
    summary: {
      projectTitle: file.project.title,
      addedDocuments: texts.map(({ document }) => document.title.value),
      addedCodes: book.addedCodes,
      addedKinds: book.addedKinds,
      addedLists: book.addedLists,
      addedValues: book.addedValues,
      addedActors: actors.added,
      matchedActors: actors.matched,
      renamed: [...book.renamed, ...actors.renamed],
      coders: file.coders.map(({ id, name }) => findCoder(project, id)?.name ?? name),
      ...annotations.counts,
      relations: relations.counts,
      leftOutRelations: relations.leftOut + unfit.length,
      marks: marks.counts,
      memos: memos.counts,
      strays: findStrays(incoming, book.codebook, valueSurroundings(after)),
    },
  });
}

interface End {
  readonly id: AnnotationId;
  readonly documentId: DocumentId;
  readonly codeId: Project['codebook']['codes'][number]['id'];
}

/** Every annotation there will be, by id. */
function indexEnds(merged: Project, texts: ImportPlan['texts']): ReadonlyMap<AnnotationId, End> {
  const documents = [...merged.documents, ...texts.map(({ document }) => document)];
  return new Map(allAnnotations({ ...merged, documents }).map((one) => [one.id, one]));
}

function describeEmptyProject(project: Project, file: AnnotationSetsFile): readonly Command[] {
  const { id, title } = file.project;
  const isEmpty =
    project.documents.length + project.actors.length + project.memos.length === 0 &&
    project.annotations.size === 0;
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

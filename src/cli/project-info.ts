import type { Code } from '../core/codebook/codebook';
import type { SourceDocument } from '../core/document/source-document';
import type { CodeId, CoderId, DocumentId } from '../core/ids';
import {
  annotationsOf,
  marksOf,
  relationsOf,
  type Coder,
  type Project,
} from '../core/project/project';
import { teamOf } from '../core/team/team';
import { workState } from '../core/teamwork/work-state';
import { GOLD_CODER, peopleAmong } from '../core/verdict/gold-coder';

/** How often one coder used one code in a document. */
export interface CodeCount {
  readonly codeId: CodeId;
  readonly coderId: CoderId;
  readonly annotations: number;
}

/** What `postil info --json` answers. */
export interface ProjectInfo {
  readonly folder: string;
  readonly project: { readonly id: string; readonly title: string };
  readonly documents: readonly (Pick<SourceDocument, 'id' | 'fileName' | 'sha256' | 'length'> & {
    readonly title: string;
    readonly annotations: number;
    /** In the order of the codebook, then of the coders; only what occurs. */
    readonly counts: readonly CodeCount[];
    readonly relations: number;
    /** Who is to code it: to whom it is assigned, and who has begun it. */
    readonly expectedOf: readonly CoderId[];
    /** Of each coder who decided about a paragraph or the whole, for every code. */
    readonly progress: readonly Progress[];
  })[];
  readonly coders: readonly (Coder & { readonly annotations: number })[];
  readonly codes: readonly (Pick<Code, 'id' | 'name' | 'retired'> & {
    readonly annotations: number;
  })[];
  readonly actors: number;
  readonly relations: number;
  readonly memos: number;
  /** What adjudicators decided, and the annotations that it came to. */
  readonly verdicts: number;
  readonly gold: number;
}

/** How far one coder is with a document. */
export interface Progress {
  readonly coderId: CoderId;
  /** True if the coder finished the whole document, or found nothing to code in it. */
  readonly finished: boolean;
  /** How many paragraphs, one by one. */
  readonly paragraphs: number;
}

export function createProjectInfo(project: Project, folder: string): ProjectInfo {
  const documents = project.documents.map((document) => ({
    id: document.id,
    title: document.title.value,
    fileName: document.fileName,
    sha256: document.sha256,
    length: document.length,
    annotations: annotationsOf(project, document.id).length,
    counts: countCodes(project, document),
    relations: relationsOf(project, document.id).length,
    expectedOf: findExpected(project, document.id),
    progress: findProgress(project, document),
  }));
  const all = documents.flatMap((document) => document.counts);
  const sumOf = (belongs: (count: CodeCount) => boolean): number =>
    all.filter(belongs).reduce((sum, count) => sum + count.annotations, 0);
  return {
    folder,
    project: { id: project.id, title: project.title },
    documents,
    coders: peopleAmong(project.coders).map(({ id, name }) => {
      return { id, name, annotations: sumOf((count) => count.coderId === id) };
    }),
    codes: project.codebook.codes.map(({ id, name, retired }) => {
      return { id, name, retired, annotations: sumOf((count) => count.codeId === id) };
    }),
    actors: project.actors.length,
    relations: documents.reduce((sum, { relations }) => sum + relations, 0),
    memos: project.memos.length,
    verdicts: [...project.verdicts.values()].flat().length,
    gold: sumOf((count) => count.coderId === GOLD_CODER),
  };
}

function countCodes(project: Project, document: SourceDocument): readonly CodeCount[] {
  const set = annotationsOf(project, document.id);
  return project.codebook.codes.flatMap(({ id: codeId }) =>
    project.coders.flatMap(({ id: coderId }) => {
      const annotations = set.filter((a) => a.codeId === codeId && a.coderId === coderId).length;
      return annotations === 0 ? [] : [{ codeId, coderId, annotations }];
    }),
  );
}

function findExpected(project: Project, documentId: DocumentId): readonly CoderId[] {
  const assigned = teamOf(project.team).assigned.get(documentId);
  return peopleAmong(project.coders)
    .map(({ id }) => id)
    .filter((id) => assigned?.has(id) === true || workState(project, documentId, id) !== 'open');
}

function findProgress(project: Project, document: SourceDocument): readonly Progress[] {
  const marks = marksOf(project, document.id).filter(({ codeId }) => codeId === undefined);
  return project.coders.flatMap(({ id: coderId }) => {
    const own = marks.filter((mark) => mark.coderId === coderId);
    const whole = own.filter(({ paragraph }) => paragraph === undefined).length;
    const progress = { coderId, finished: whole > 0, paragraphs: own.length - whole };
    return own.length === 0 ? [] : [progress];
  });
}

import type { Code } from '../core/codebook/codebook';
import type { SourceDocument } from '../core/document/source-document';
import type { CodeId, CoderId } from '../core/ids';
import { annotationsOf, type Coder, type Project } from '../core/project/project';

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
  })[];
  readonly coders: readonly (Coder & { readonly annotations: number })[];
  readonly codes: readonly (Pick<Code, 'id' | 'name' | 'retired'> & {
    readonly annotations: number;
  })[];
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
  }));
  const all = documents.flatMap((document) => document.counts);
  const sumOf = (belongs: (count: CodeCount) => boolean): number =>
    all.filter(belongs).reduce((sum, count) => sum + count.annotations, 0);
  return {
    folder,
    project: { id: project.id, title: project.title },
    documents,
    coders: project.coders.map(({ id, name }) => {
      return { id, name, annotations: sumOf((count) => count.coderId === id) };
    }),
    codes: project.codebook.codes.map(({ id, name, retired }) => {
      return { id, name, retired, annotations: sumOf((count) => count.codeId === id) };
    }),
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

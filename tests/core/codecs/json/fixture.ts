import type { Annotation } from '../../../../src/core/annotation/annotation';
import { sortAnnotations } from '../../../../src/core/annotation/sorted';
import { parseAnnotationSets } from '../../../../src/core/codecs/json/parse';
import { serializeAnnotationSets } from '../../../../src/core/codecs/json/serialize';
import type { AnnotationSetsFile } from '../../../../src/core/codecs/json/format';
import type { SetsChoice } from '../../../../src/core/codecs/json/serialize';
import { createSchemeCodebook } from '../../../../src/core/codebook/scheme';
import {
  createSourceDocument,
  type SourceDocument,
} from '../../../../src/core/document/source-document';
import type {
  AnnotationId,
  CodeId,
  CoderId,
  DocumentId,
  ProjectId,
  Timestamp,
} from '../../../../src/core/ids';
import { applyCommand } from '../../../../src/core/project/apply';
import type { Command } from '../../../../src/core/project/command';
import { NOTHING_CODED, type Project, type TextSource } from '../../../../src/core/project/project';
import { createSelector, type Selector } from '../../../../src/core/text/quote';
import { createSpan } from '../../../../src/core/text/span';
import { readMarks } from '../../../support/marked-text';

export const documentId = (id: string): DocumentId => id as DocumentId;
export const coderId = (id: string): CoderId => id as CoderId;
export const codeId = (id: string): CodeId => id as CodeId;

/** Monday is before Tuesday. */
export const MONDAY = '2024-01-01T09:00:00.000Z' as Timestamp;
export const TUESDAY = '2024-01-02T09:00:00.000Z' as Timestamp;

/** A project and its texts. */
export interface Desk {
  readonly project: Project;
  readonly texts: ReadonlyMap<DocumentId, string>;
}

export function textSource(desk: Desk): TextSource {
  return (id) => desk.texts.get(id);
}

function createDocument(id: string, text: string): SourceDocument {
  return createSourceDocument({
    id: documentId(id),
    fileName: `${id}.txt`,
    text,
    addedAt: MONDAY,
  });
}

/** The marked passage of a fixture such as `𠮷 [must not] go`. */
export function markedSelector(marked: string): Selector {
  const { text, start, end } = readMarks(marked);
  return createSelector(text, createSpan(start, end));
}

export function createAnnotation(
  id: string,
  marked: string,
  given: Partial<Omit<Annotation, 'id' | 'pieces'>> = {},
): Annotation {
  return {
    id: id as AnnotationId,
    documentId: documentId('one'),
    coderId: coderId('ann'),
    codeId: codeId('stance'),
    pieces: [markedSelector(marked)],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: MONDAY,
    modifiedAt: MONDAY,
    codebookRevision: 1,
    ...given,
  };
}

/** A project of its own id with these documents and annotations, coders Ann and Bob, and the scheme's codebook. */
export function createDesk(
  texts: Readonly<Record<string, string>>,
  annotations: readonly Annotation[] = [],
  given: Partial<Project> = {},
): Desk {
  const entries = Object.entries(texts).map(([id, text]) => [documentId(id), text] as const);
  const documents = entries.map(([id, text]) => createDocument(id, text));
  const sets = entries.flatMap(([id]) => {
    const set = sortAnnotations(annotations.filter((annotation) => annotation.documentId === id));
    return set.length === 0 ? [] : [[id, set] as const];
  });
  return {
    project: {
      ...NOTHING_CODED,
      id: 'desk' as ProjectId,
      title: 'Desk',
      codebook: createSchemeCodebook(MONDAY),
      coders: [
        { id: coderId('ann'), name: 'Ann' },
        { id: coderId('bob'), name: 'Bob' },
      ],
      documents,
      annotations: new Map(sets),
      ...given,
    },
    texts: new Map(entries),
  };
}

/** A new project as a person makes it: own id, own coder, the scheme of that day. */
export function createEmptyDesk(): Desk {
  return createDesk({}, [], {
    id: 'empty' as ProjectId,
    title: 'Empty',
    codebook: createSchemeCodebook(TUESDAY),
    coders: [{ id: coderId('zoe'), name: 'Zoe' }],
  });
}

export function exportDesk(desk: Desk, choice: Partial<SetsChoice> = {}, at = MONDAY): string {
  return serializeAnnotationSets(
    desk.project,
    textSource(desk),
    { includeTexts: true, ...choice },
    { exportedAt: at, appVersion: '0.1.0' },
  );
}

/** The export as the file that an import reads. Throws where it is not valid. */
export function exportedFile(desk: Desk, choice: Partial<SetsChoice> = {}): AnnotationSetsFile {
  const parsed = parseAnnotationSets(exportDesk(desk, choice));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  return parsed.value;
}

/** The project after a command that must not be refused. */
export function perform(desk: Desk, command: Command): { desk: Desk; inverse: Command } {
  const applied = applyCommand(desk.project, command, textSource(desk));
  if (!applied.ok) throw new Error(applied.fault.text);
  const { project, inverse } = applied.value;
  return { desk: { ...desk, project }, inverse };
}

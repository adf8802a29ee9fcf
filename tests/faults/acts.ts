import type { Annotation } from '../../src/core/annotation/annotation';
import { createSourceDocument } from '../../src/core/document/source-document';
import type {
  AnnotationId,
  CodeId,
  CoderId,
  DocumentId,
  ProjectId,
  Timestamp,
} from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { annotationsOf } from '../../src/core/project/project';
import type { Result } from '../../src/core/result';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { createProject } from '../../src/storage/create-project';
import type { PreparedText } from '../../src/storage/prepare-texts';
import type { ProjectSession } from '../../src/storage/project-session';
import { ADA, AT, NORTH } from './names';

const WORDS = ['Washington', 'must not', 'insert itself', 'The talks', 'continue', 'says'];
const TEXT = 'Washington must not insert itself.\n\nThe talks 👍🏽 continue, 𠮷 says.\n';

/** Numbers that look random and are the same for a seed (Lehmer 1951). */
export function numbers(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}

export function preparedText(id: string, text = TEXT): PreparedText {
  const given = { id: id as DocumentId, fileName: `${id}.txt`, text, addedAt: AT };
  return { document: createSourceDocument(given), text, source: new TextEncoder().encode(text) };
}

/** A project of two texts and one coder. */
export function makeProject(folder: string): Promise<Result<undefined>> {
  return createProject(folder, {
    title: 'Winds',
    coder: ADA,
    id: 'winds' as ProjectId,
    at: AT,
    texts: [preparedText('north'), preparedText('south', 'Seoul would have to scrap the law.\n')],
  });
}

function timeAt(n: number): Timestamp {
  return new Date(Date.UTC(2001, 0, 1, 0, 0, n)).toISOString() as Timestamp;
}

export function addAt(coderId: CoderId, id: string, at: number): Command {
  const words = WORDS[at % WORDS.length] as string;
  const start = TEXT.indexOf(words);
  const annotation: Annotation = {
    id: id as AnnotationId,
    documentId: NORTH,
    coderId,
    codeId: (at % 2 === 0 ? 'stance' : 'precondition') as CodeId,
    pieces: [createSelector(TEXT, createSpan(start, start + words.length))],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: timeAt(0),
    modifiedAt: timeAt(0),
    codebookRevision: 1,
  };
  return { kind: 'annotation.add', annotation };
}

/** One act of a coder: mostly a new annotation; else a memo, a removal, an undo or a redo. */
export function actAtRandom(
  session: ProjectSession,
  next: (below: number) => number,
  id: string,
  n: number,
): Result<unknown> {
  const choice = next(10);
  const own = annotationsOf(session.project, NORTH).filter(
    (annotation) => annotation.coderId === session.coderId,
  );
  const chosen = own[next(own.length || 1)];
  if (choice === 8 && session.history.undo.length > 0) return session.undo();
  if (choice === 9 && session.history.redo.length > 0) return session.redo();
  if (choice < 5 || chosen === undefined)
    return session.perform(addAt(session.coderId, id, next(600)));
  const place = { documentId: NORTH, annotationId: chosen.id };
  if (choice === 5) return session.perform({ kind: 'annotation.remove', ...place });
  return session.perform({
    kind: 'annotation.memo',
    ...place,
    memo: `${id} says`,
    modifiedAt: timeAt(n),
  });
}

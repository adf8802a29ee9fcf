import { join } from 'node:path';
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
import type { Result } from '../../src/core/result';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { createProject } from '../../src/storage/create-project';
import type { PreparedText } from '../../src/storage/prepare-texts';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession } from '../../src/storage/project-session';
import { temporaryFolder } from './disk';

export const NOW = '2000-10-15T09:30:00.000Z' as Timestamp;
export const ADA = { id: 'ada' as CoderId, name: 'Ada' };
export const BEN = { id: 'ben' as CoderId, name: 'Ben' };
export const NORTH = 'north' as DocumentId;
export const SOUTH = 'south' as DocumentId;
const STANCE = 'stance' as CodeId;

export const TEXTS: Readonly<Record<string, string>> = {
  north: 'Washington must not insert itself.\n\nThe talks 👍🏽 continue, 𠮷 says.\n',
  south: 'Seoul would have to scrap the law before a summit.\n',
};

export function preparedText(id: string, text = TEXTS[id] ?? `The text of ${id}.\n`): PreparedText {
  const given = { id: id as DocumentId, fileName: `${id} wind.txt`, text, addedAt: NOW };
  return { document: createSourceDocument(given), text, source: new TextEncoder().encode(text) };
}

/** A project of two texts and one coder, closed; the answer is its folder. */
export async function makeProject(): Promise<string> {
  const folder = join(await temporaryFolder(), 'project');
  const texts = [preparedText('north'), preparedText('south')];
  value(
    await createProject(folder, {
      title: 'Winds',
      coder: ADA,
      id: 'winds' as ProjectId,
      at: NOW,
      texts,
    }),
  );
  return folder;
}

export async function open(folder: string): Promise<ProjectSession> {
  return value(await openSession(folder));
}

/** The value of a result that must be one. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.fault.code}: ${result.fault.text}`);
  return result.value;
}

/** The key of a fault's message; `ok` for a value. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.fault.code;
}

/** Ada's annotation on the first place where these words stand. */
export function annotate(
  id: string,
  words: string,
  given: { documentId?: DocumentId; coderId?: CoderId; codeId?: CodeId; text?: string } = {},
): Annotation {
  const documentId = given.documentId ?? NORTH;
  const text = given.text ?? TEXTS[documentId] ?? '';
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`Not in the text: ${words}`);
  return {
    id: id as AnnotationId,
    documentId,
    coderId: given.coderId ?? ADA.id,
    codeId: given.codeId ?? STANCE,
    pieces: [createSelector(text, createSpan(start, start + words.length))],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: NOW,
    modifiedAt: NOW,
    codebookRevision: 1,
  };
}

export function add(...given: Parameters<typeof annotate>): Command {
  return { kind: 'annotation.add', annotation: annotate(...given) };
}

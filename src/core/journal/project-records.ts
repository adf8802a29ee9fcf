import type { CodebookRevision, ProjectList } from '../codebook/codebook';
import type { ReadingMark } from '../document/reading-mark';
import type { DocumentId } from '../ids';
import type { Project } from '../project/project';
import type { RecordKind } from './record';

/** Records of one kind that stand together in the project: one array of it, in its order. */
export interface RecordArray {
  readonly kind: RecordKind;
  /** By identity: the same source means the same items. */
  readonly source: unknown;
  readonly items: readonly object[];
  readonly idOf: (item: object) => string;
}

const byId = (item: object): string => (item as { readonly id: string }).id;

const known = new WeakMap<Project, ReadonlyMap<string, RecordArray>>();

/** All of a project as arrays of records; an array that two states share has the same source. */
export function recordArrays(project: Project): ReadonlyMap<string, RecordArray> {
  return remember(known, project, () => listArrays(project));
}

function listArrays(project: Project): ReadonlyMap<string, RecordArray> {
  const { codebook } = project;
  const arrays = new Map<string, RecordArray>();
  const add = (kind: RecordKind, source: readonly object[], part = '', idOf = byId): void => {
    arrays.set(`${kind} ${part}`, { kind, source, items: source, idOf });
  };
  const head = `${project.id}\n${project.title}`;
  arrays.set('project ', {
    kind: 'project',
    source: head,
    items: [{ id: project.id, title: project.title }],
    idOf: () => 'project',
  });
  add('coder', project.coders);
  add('document', project.documents);
  add('code', codebook.codes);
  add('relation-kind', codebook.relationKinds);
  arrays.set('list ', {
    kind: 'list',
    source: codebook.lists,
    items: codebook.lists.map(({ id, name }) => ({ id, name })),
    idOf: byId,
  });
  for (const list of codebook.lists) {
    arrays.set(`list-value ${list.id}`, {
      kind: 'list-value',
      source: list.values,
      items: valuesOf(list),
      idOf: (item) => valueId(item as ListValue),
    });
  }
  add('revision', codebook.revisions, '', (item) => revisionId(item as CodebookRevision));
  add('actor', project.actors);
  add('memo', project.memos);
  add('team-act', project.team);
  for (const [id, all] of project.annotations) add('annotation', all, id);
  for (const [id, all] of project.relations) add('relation', all, id);
  for (const [id, all] of project.verdicts) add('verdict', all, id);
  for (const [documentId, marks] of project.marks) {
    arrays.set(`mark ${documentId}`, {
      kind: 'mark',
      source: marks,
      items: markRecords(documentId, marks),
      idOf: (item) => markId(item as MarkRecord),
    });
  }
  return arrays;
}

interface ListValue {
  readonly list: string;
  readonly value: string;
}

/** A mark with the document that it is on. */
export type MarkRecord = ReadingMark & { readonly documentId: DocumentId };

const marksOfRecords = new WeakMap<MarkRecord, ReadingMark>();

/** The mark of a record; the one it was made of when it was. */
export function markOf(record: MarkRecord): ReadingMark {
  return remember(marksOfRecords, record, () => {
    const { documentId: _documentId, ...mark } = record;
    return mark;
  });
}

function recordOfMark(documentId: DocumentId, mark: ReadingMark): MarkRecord {
  const record = { documentId, ...mark };
  marksOfRecords.set(record, mark);
  return record;
}

const listValues = new WeakMap<readonly string[], readonly ListValue[]>();
const marksOfSets = new WeakMap<readonly ReadingMark[], readonly MarkRecord[]>();

function valuesOf(list: ProjectList): readonly ListValue[] {
  return remember(listValues, list.values, () =>
    list.values.map((value) => ({ list: list.id, value })),
  );
}

function markRecords(documentId: DocumentId, marks: readonly ReadingMark[]): readonly MarkRecord[] {
  return remember(marksOfSets, marks, () => marks.map((mark) => recordOfMark(documentId, mark)));
}

function remember<Key extends object, Value>(
  known: WeakMap<Key, Value>,
  key: Key,
  make: () => Value,
): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}

function valueId({ list, value }: ListValue): string {
  return `${list}/${value}`;
}

function revisionId({ number, at }: CodebookRevision): string {
  return `${String(number)}/${at}`;
}

export function markId(mark: MarkRecord): string {
  const place = [mark.documentId, mark.coderId, mark.paragraph ?? 0, mark.codeId ?? ''];
  return place.join('/');
}

import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Annotation } from '../core/annotation/annotation';
import { withRelations, type Relation, type RelationSets } from '../core/annotation/relation';
import { sortAnnotations, type SortedAnnotations } from '../core/annotation/sorted';
import { compareMarks, type ReadingMark } from '../core/document/reading-mark';
import type { AnnotationId, CoderId, DocumentId } from '../core/ids';
import { checkAnnotation } from '../core/project/check';
import { createMarkCheck } from '../core/document/check-mark';
import { checkEnds } from '../core/project/check-relation';
import { findCoder, findDocument, type Project, type TextSource } from '../core/project/project';
import { createFault, fail, ok, withPlace, type Fault, type Result } from '../core/result';
import { isErrno, readFault } from './file-fault';
import { damaged } from './file-format';
import { JsonFile } from './json-file';
import type { ProjectFiles } from './project-files';
import { isLeftBySystem, MEMOS_NAME, type ProjectPlaces } from './project-folder';
import { ANNOTATION_SET_FORMAT, type AnnotationSet } from './project-formats';

export interface AnnotationSets {
  readonly annotations: ReadonlyMap<DocumentId, SortedAnnotations>;
  readonly relations: RelationSets;
  readonly marks: Project['marks'];
  readonly notices: readonly Fault[];
}

interface SetAddress {
  readonly coderId: CoderId;
  readonly documentId: DocumentId;
}

/** All sets of a project's coders on its documents, each annotation checked against its text. `project` has none yet. */
export async function loadAnnotationSets(
  project: Project,
  textOf: TextSource,
  files: ProjectFiles,
): Promise<Result<AnnotationSets>> {
  const found = await listSets(project, files.places);
  if (!found.ok) return found;
  const byDocument = new Map<DocumentId, Annotation[]>();
  const marks = new Map<DocumentId, ReadingMark[]>();
  const relations: Relation[] = [];
  const notices: Fault[] = [];
  const ids = new Set<AnnotationId>();
  for (const address of found.value.sets) {
    const file = files.annotationSet(address.coderId, address.documentId);
    const set = await file.read();
    if (!set.ok) return set;
    const fault = checkSet(project, textOf, set.value, address, ids);
    if (fault !== undefined) return fail(damaged(file.path, fault));
    append(byDocument, address.documentId, set.value.annotations);
    const decided = takeDecided(set.value.marks, textOf(address.documentId), file.path);
    append(marks, address.documentId, decided.marks);
    notices.push(...decided.notices);
    relations.push(...set.value.relations);
  }
  const annotations = mapValues(byDocument, sortAnnotations);
  const fitting = takeFitting({ ...project, annotations }, relations, files);
  return ok({
    annotations,
    relations: fitting.relations,
    marks: mapValues(marks, (all) => all.sort(compareMarks)),
    notices: [...found.value.notices, ...notices, ...fitting.notices],
  });
}

function append<Item>(map: Map<DocumentId, Item[]>, id: DocumentId, items: readonly Item[]): void {
  if (items.length > 0) map.set(id, [...(map.get(id) ?? []), ...items]);
}

function mapValues<Value, Next>(
  map: ReadonlyMap<DocumentId, Value>,
  next: (value: Value) => Next,
): ReadonlyMap<DocumentId, Next> {
  return new Map([...map].map(([id, value]) => [id, next(value)]));
}

/**
 * The relations whose ends are both there. One that hangs is what an interrupted save of two documents leaves: it is
 * noticed and left out, and its file stays as it is until the next change of that set.
 */
function takeFitting(
  project: Project,
  relations: readonly Relation[],
  files: ProjectFiles,
): { readonly relations: RelationSets; readonly notices: readonly Fault[] } {
  const fitting: Relation[] = [];
  const notices: Fault[] = [];
  const ids = new Set<string>();
  for (const relation of relations) {
    const fault = ids.has(relation.id)
      ? createFault('storage.set.taken', { id: relation.id })
      : checkEnds(project, relation);
    ids.add(relation.id);
    if (fault === undefined) fitting.push(relation);
    else {
      const file = files.places.annotationSet(relation.coderId, relation.fromDocumentId);
      notices.push(createFault('storage.set.relation', { file, problem: fault.text }));
    }
  }
  return { relations: withRelations(new Map(), [], fitting), notices };
}

/** The marks of paragraphs that the text has. Another one is noticed and left out until the next change of its set. */
function takeDecided(
  all: readonly ReadingMark[],
  text: string | undefined,
  file: string,
): { readonly marks: readonly ReadingMark[]; readonly notices: readonly Fault[] } {
  const check = createMarkCheck(text);
  const marks: ReadingMark[] = [];
  const notices: Fault[] = [];
  for (const mark of all) {
    const fault = check(mark);
    if (fault === undefined) marks.push(mark);
    else notices.push(createFault('storage.set.mark', { file, problem: fault.text }));
  }
  return { marks, notices };
}

/** Why a set does not fit its place, the texts or the codebook. Adds its annotations to `ids`. */
function checkSet(
  project: Project,
  textOf: TextSource,
  set: AnnotationSet,
  address: SetAddress,
  ids: Set<AnnotationId>,
): Fault | undefined {
  const fits = (one: SetAddress): boolean =>
    one.coderId === address.coderId && one.documentId === address.documentId;
  const place = { coder: address.coderId, document: address.documentId };
  if (!fits(set)) return createFault('storage.set.wrongPlace', place);
  for (const [i, annotation] of set.annotations.entries()) {
    const where = `annotations[${i}]`;
    if (!fits(annotation)) return withPlace(createFault('storage.set.wrongPlace', place), where);
    if (ids.has(annotation.id)) {
      return withPlace(createFault('storage.set.taken', { id: annotation.id }), where);
    }
    ids.add(annotation.id);
    const fault = checkAnnotation(project, annotation, textOf);
    if (fault !== undefined) return withPlace(fault, where);
  }
  for (const list of ['relations', 'marks'] as const) {
    const i = set[list].findIndex((one) => !isIn(one, address));
    if (i !== -1) {
      return withPlace(createFault('storage.set.wrongPlace', place), `${list}[${String(i)}]`);
    }
  }
  return undefined;
}

/** A mark says nothing of its document, which is the file's. */
function isIn(one: Relation | ReadingMark, { coderId, documentId }: SetAddress): boolean {
  return (
    one.coderId === coderId && (!('fromDocumentId' in one) || one.fromDocumentId === documentId)
  );
}

interface FoundSets {
  readonly sets: readonly SetAddress[];
  readonly notices: readonly Fault[];
}

/** The set files of the project's coders on its documents. Any other file there is noticed, and left as it is. */
async function listSets(project: Project, places: ProjectPlaces): Promise<Result<FoundSets>> {
  const sets: SetAddress[] = [];
  const strange: string[] = [];
  try {
    for (const folder of await readdir(places.coders, { withFileTypes: true })) {
      if (isPassedOver(folder.name)) continue;
      const path = join(places.coders, folder.name);
      if (!folder.isDirectory()) {
        strange.push(path);
        continue;
      }
      const coder = findCoder(project, folder.name as CoderId);
      const others: string[] = [];
      for (const name of await readdir(path)) {
        if (isPassedOver(name) || name === MEMOS_NAME || /^journal-.*\.jsonl$/.test(name)) continue;
        const document = findDocument(project, basename(name, '.json') as DocumentId);
        if (coder !== undefined && document !== undefined && name.endsWith('.json')) {
          sets.push({ coderId: coder.id, documentId: document.id });
        } else if (!(await isEmptySet(join(path, name)))) others.push(join(path, name));
      }
      if (coder !== undefined) strange.push(...others);
      else if (others.length > 0) strange.push(path);
    }
  } catch (error) {
    const isMissing = isErrno(error) && error.code === 'ENOENT';
    if (!isMissing) return fail(readFault(error, places.coders));
  }
  const notices = strange.map((file) => createFault('storage.project.strange', { file }));
  return ok({ sets, notices });
}

/** A coder or document that was removed leaves empty sets behind, of which nobody needs to hear. */
async function isEmptySet(path: string): Promise<boolean> {
  const set = await new JsonFile(path, ANNOTATION_SET_FORMAT).read();
  if (!set.ok) return false;
  const { annotations, relations, marks } = set.value;
  return annotations.length + relations.length + marks.length === 0;
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || isLeftBySystem(name);
}

import type { Annotation } from '../../annotation/annotation';
import {
  currentRevision,
  findAttribute,
  type Code,
  type Codebook,
  type ProjectList,
  type RelationKind,
} from '../../codebook/codebook';
import { sameData } from '../../codebook/compare';
import type { CodeId, Timestamp } from '../../ids';
import { t } from '../../messages/message';
import type { Project } from '../../project/project';
import { foldLabel } from '../../register/actor';
import type { AnnotationSetsFile } from './format';
import { freeName } from './free-name';

export interface CodebookMerge {
  /** The codebook after the import; the project's own value when nothing is to change. */
  readonly codebook: Codebook;
  /** What the project did not have, by name. */
  readonly addedCodes: readonly string[];
  readonly addedKinds: readonly string[];
  readonly addedLists: readonly string[];
  /** How many values lists that both have got. */
  readonly addedValues: number;
  /** New names of codes whose name another code beside them has. */
  readonly renamed: readonly string[];
}

type Coded = Pick<Annotation, 'codeId' | 'attributes'>;

/** The work of the file that comes in: what it uses is brought along. */
export interface IncomingWork {
  /** Annotations that are added or updated. */
  readonly annotations: readonly Coded[];
  /** For each relation of the file, its kind and the codes that its ends have after the import. */
  readonly links: readonly {
    readonly kindId: string;
    readonly from: CodeId | undefined;
    readonly to: CodeId | undefined;
  }[];
}

/**
 * A project in which nobody did anything yet takes the file's codebook as a whole, revisions included. Otherwise the
 * project's codebook stays as it is and gets what the incoming work uses and it lacks, as one new revision: codes with
 * their parents and lists, kinds of relations, the codes that a kind must join besides. Lists that both have get the
 * values that are used, which is no revision. What both have keeps our definition.
 */
export function mergeCodebook(
  project: Project,
  file: AnnotationSetsFile,
  work: IncomingWork,
  at: Timestamp,
): CodebookMerge {
  const ours = project.codebook;
  const theirs = file.codebook;
  if (project.annotations.size + project.marks.size + project.memos.length === 0) {
    return {
      codebook: sameData(ours, theirs) ? ours : theirs,
      addedCodes: namesOfNew(ours.codes, theirs.codes),
      addedKinds: namesOfNew(ours.relationKinds, theirs.relationKinds),
      addedLists: namesOfNew(ours.lists, theirs.lists),
      addedValues: 0,
      renamed: [],
    };
  }
  const number = currentRevision(ours) + 1;
  const lacking = findLacking(ours, file, work);
  const codes = fitIn(ours, lacking, number);
  const kinds = mergeKinds(
    ours,
    theirs,
    work,
    new Set([...ours.codes, ...codes].map(({ id }) => id)),
  );
  const lists = findLists(ours, theirs, codes);
  const grown = growLists({ ...ours, codes: [...ours.codes, ...codes] }, theirs, work.annotations);
  const changesMeaning = codes.length + kinds.changed.length + lists.length > 0;
  const names = [...codes, ...kinds.changed, ...lists].map(({ name }) => name);
  const reason = t('transfer.codebookReason', {
    codes: names.join(', ').slice(0, LONGEST_REASON),
    project: file.project.title,
  });
  const revision = { number, at, reason, codeIds: codes.map(({ id }) => id) };
  const codebook: Codebook = {
    ...ours,
    codes: [...ours.codes, ...codes],
    relationKinds: kinds.all,
    lists: [...grown.lists, ...lists],
    revisions: changesMeaning ? [...ours.revisions, revision] : ours.revisions,
  };
  return {
    codebook: changesMeaning || grown.values > 0 ? codebook : ours,
    addedCodes: codes.map(({ name }) => name),
    addedKinds: namesOfNew(ours.relationKinds, kinds.changed),
    addedLists: lists.map(({ name }) => name),
    addedValues: grown.values,
    renamed: codes.flatMap(({ name }, i) => (name === lacking[i]?.name ? [] : [name])),
  };
}

/** Room for the names in a revision's reason, in code units. */
const LONGEST_REASON = 10_000;

interface Named {
  readonly id: string;
  readonly name: string;
}

function namesOfNew(ours: readonly Named[], theirs: readonly Named[]): readonly string[] {
  const known = new Set(ours.map(({ id }) => id));
  return theirs.filter(({ id }) => !known.has(id)).map(({ name }) => name);
}

/**
 * Codes that the incoming work uses or that marks and memos of the file are about, with their parents and the codes
 * that they were merged into, where the project has none of that id. File order.
 */
function findLacking(
  ours: Codebook,
  file: AnnotationSetsFile,
  { annotations }: IncomingWork,
): readonly Code[] {
  const known = new Set(ours.codes.map(({ id }) => id));
  const byId = new Map(file.codebook.codes.map((code) => [code.id, code]));
  const lacking = new Set<CodeId>();
  const want = (id: CodeId | undefined): void => {
    if (id === undefined || known.has(id) || lacking.has(id)) return;
    lacking.add(id);
    want(byId.get(id)?.parentId);
    want(byId.get(id)?.mergedInto);
  };
  for (const { codeId } of annotations) want(codeId);
  for (const { codeId } of file.marks) want(codeId);
  for (const { about } of file.memos) if (about.kind === 'code') want(about.id);
  return file.codebook.codes.filter(({ id }) => lacking.has(id));
}

/** As they can stand among our codes: without keys that are ours, under names that are free beside them. */
function fitIn(ours: Codebook, lacking: readonly Code[], number: number): readonly Code[] {
  const standing = ours.codes.filter((code) => !code.retired);
  const keys = new Set(standing.map(({ key }) => key));
  const placeOf = ({ parentId }: Code, name: string): string =>
    `${parentId ?? ''}/${foldLabel(name)}`;
  const here = new Set(standing.map((code) => placeOf(code, code.name)));
  const taken = new Set([...here, ...lacking.map((code) => placeOf(code, code.name))]);
  return lacking.map((code) => {
    const { key, ...rest } = code;
    const isNameHere = !code.retired && here.has(placeOf(code, code.name));
    const name = isNameHere
      ? freeName(code.name, (wanted) => taken.has(placeOf(code, wanted)))
      : code.name;
    taken.add(placeOf(code, name));
    return {
      ...rest,
      ...(key !== undefined && !keys.has(key) && { key }),
      name,
      definedIn: Math.min(code.definedIn, number),
    };
  });
}

function mergeKinds(
  ours: Codebook,
  theirs: Codebook,
  { links }: IncomingWork,
  codes: ReadonlySet<CodeId>,
): { readonly all: readonly RelationKind[]; readonly changed: readonly RelationKind[] } {
  const changed = new Map<string, RelationKind>();
  const known = new Map(ours.relationKinds.map((kind) => [kind.id, kind]));
  const added = new Map(theirs.relationKinds.map((kind) => [kind.id, kind]));
  for (const { kindId, from, to } of links) {
    const their = added.get(kindId);
    if (their === undefined) continue;
    const kind = changed.get(kindId) ?? known.get(kindId) ?? onlyAmong(their, codes);
    const wider = {
      ...kind,
      from: widen(kind.from, their.from, from),
      to: widen(kind.to, their.to, to),
    };
    const isNew = !known.has(kindId);
    const isWider = wider.from !== kind.from || wider.to !== kind.to;
    if (isNew || isWider) changed.set(kindId, wider);
  }
  const fresh = [...changed.values()].filter(({ id }) => !known.has(id));
  return {
    all: [...ours.relationKinds.map((kind) => changed.get(kind.id) ?? kind), ...fresh],
    changed: [...changed.values()],
  };
}

function onlyAmong(kind: RelationKind, codes: ReadonlySet<CodeId>): RelationKind {
  const among = (ids: readonly CodeId[]): readonly CodeId[] => ids.filter((id) => codes.has(id));
  return { ...kind, from: among(kind.from), to: among(kind.to) };
}

/** With the code, where the other codebook joins it. */
function widen(
  ours: readonly CodeId[],
  theirs: readonly CodeId[],
  code: CodeId | undefined,
): readonly CodeId[] {
  const isLacking = code !== undefined && !ours.includes(code) && theirs.includes(code);
  return isLacking ? [...ours, code] : ours;
}

function findLists(ours: Codebook, theirs: Codebook, codes: readonly Code[]): Codebook['lists'] {
  const known = new Set(ours.lists.map((list) => list.id));
  const wanted = new Set(
    codes.flatMap((code) =>
      code.attributes.flatMap((attribute) => (attribute.type === 'list' ? [attribute.list] : [])),
    ),
  );
  return theirs.lists.filter((list) => wanted.has(list.id) && !known.has(list.id));
}

/** Our lists with the values that are used, as far as the file's list of the same id has them. */
function growLists(
  merged: Codebook,
  theirs: Codebook,
  annotations: readonly Coded[],
): { readonly lists: readonly ProjectList[]; readonly values: number } {
  const codes = new Map(merged.codes.map((code) => [code.id, code]));
  const used = new Map<string, Set<string>>();
  for (const { codeId, attributes } of annotations) {
    for (const [id, value] of Object.entries(attributes)) {
      const definition = findAttribute(codes.get(codeId), id);
      if (definition?.type !== 'list' || typeof value !== 'string') continue;
      used.set(definition.list, (used.get(definition.list) ?? new Set()).add(value));
    }
  }
  let values = 0;
  const lists = merged.lists.map((list): ProjectList => {
    const here = new Set(list.values);
    const offered = theirs.lists.find(({ id }) => id === list.id)?.values ?? [];
    const more = offered.filter((value) => used.get(list.id)?.has(value) && !here.has(value));
    values += more.length;
    return more.length === 0 ? list : { ...list, values: [...list.values, ...more] };
  });
  return { lists, values };
}

import {
  findCode,
  type Code,
  type Codebook,
  type ProjectList,
  type RelationKind,
} from '../../codebook/codebook';
import { sameCode, sameData } from '../../codebook/compare';
import { patched, revise, type Occasion } from '../../codebook/edit';
import { freeName } from '../../codebook/free-id';
import { inTreeOrder } from '../../codebook/tree';
import { findCodebookFaults } from '../../codebook/check-codebook';
import type { CodeId } from '../../ids';
import { planCodebook, type CodebookChange } from '../../project/codebook-change';
import type { Project } from '../../project/project';
import { allAnnotations } from '../../project/uses';
import { createFault, fail, ok, type Fault, type Result } from '../../result';
import { createFaultCollector, type FaultList } from '../json/fault-list';

/** What importing a codebook would do, for a person to decide. */
export interface CodebookImport {
  readonly change: CodebookChange;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: number;
  /** Codes here that the file does not have. They stay, or are retired. */
  readonly others: readonly string[];
  /** Kinds of relations and lists that are new or changed. */
  readonly kinds: readonly string[];
  readonly lists: readonly string[];
  /** What could not be taken as it is: names and keys that are somebody else's here. */
  readonly conflicts: readonly Fault[];
}

export interface ImportWish {
  /** Codes that the file does not have are retired; without annotations, marks and memos they go. */
  readonly retireOthers: boolean;
}

/**
 * The codes of the file in ours: those of the same id are as the file says, others are added; lists keep the values they
 * have here besides. A key or a name that another code of ours has stays with it.
 */
export function planCodebookImport(
  project: Project,
  file: Codebook,
  wish: ImportWish,
  occasion: Occasion,
): Result<CodebookImport, FaultList> {
  const ours = project.codebook;
  const others = ours.codes.filter((code) => findCode(file, code.id) === undefined);
  const kept = wish.retireOthers ? retired(project, file, others) : others;
  const { codes, conflicts } = takeOver(file.codes, kept);
  const kinds = file.relationKinds.filter(
    (kind) =>
      !sameData(
        kind,
        ours.relationKinds.find((one) => one.id === kind.id),
      ),
  );
  const lists = mergeLists(ours.lists, file.lists);
  const codebook = revise(
    ours,
    {
      codes,
      relationKinds: withKnownEnds(byId(ours.relationKinds, file.relationKinds), codes),
      lists,
    },
    occasion,
  );
  const faults = createFaultCollector();
  for (const fault of findCodebookFaults(codebook)) faults.add(fault, fault.where ?? '');
  const wrong = faults.list();
  if (wrong !== undefined) return fail(wrong);
  const added = codes.filter((code) => findCode(ours, code.id) === undefined);
  const changed = codes.filter((code) => {
    const old = findCode(ours, code.id);
    return old !== undefined && !others.includes(old) && !sameCode(old, code);
  });
  return ok({
    change: planCodebook(project, codebook, occasion.at),
    added: namesOf(added),
    changed: namesOf(changed),
    unchanged: file.codes.length - added.length - changed.length,
    others: namesOf(others.filter((code) => !code.retired)),
    kinds: namesOf(kinds),
    lists: namesOf(lists.filter((list) => !ours.lists.includes(list))),
    conflicts,
  });
}

/** The codes of the file, in its order, before those of ours that it does not have. */
function takeOver(
  theirs: readonly Code[],
  kept: readonly Code[],
): { readonly codes: readonly Code[]; readonly conflicts: readonly Fault[] } {
  const standing = kept.filter((code) => !code.retired);
  const conflicts: Fault[] = [];
  const codes = theirs.map((code) => {
    if (code.retired) return code;
    const { key, name } = code;
    const owner = standing.find((one) => key !== undefined && one.key === key);
    if (key !== undefined && owner !== undefined) {
      conflicts.push(createFault('codebook.import.key', { key, code: name, owner: owner.name }));
    }
    const beside = [...theirs, ...standing].filter(
      (one) => one !== code && !one.retired && one.parentId === code.parentId,
    );
    const free = freeName(
      name,
      beside.map((one) => one.name),
    );
    if (free !== name) conflicts.push(createFault('codebook.import.name', { name, free }));
    return patched(code, { name: free, ...(owner && { key: undefined }) });
  });
  return { codes: inTreeOrder([...codes, ...kept]), conflicts };
}

/** What is still spoken of stays, retired; the rest goes. */
function retired(project: Project, file: Codebook, others: readonly Code[]): readonly Code[] {
  const spokenOf = new Set<CodeId>([
    ...allAnnotations(project).map((one) => one.codeId),
    ...[...project.marks.values()].flat().flatMap((mark) => mark.codeId ?? []),
    ...project.memos.flatMap(({ about }) => (about.kind === 'code' ? [about.id] : [])),
    ...file.codes.flatMap((code) => code.mergedInto ?? []),
  ]);
  // Parents of what stays stay too, and what it was merged into.
  for (const id of spokenOf) {
    const code = findCode(project.codebook, id);
    if (code?.parentId !== undefined) spokenOf.add(code.parentId);
    if (code?.mergedInto !== undefined) spokenOf.add(code.mergedInto);
  }
  return others.filter((code) => spokenOf.has(code.id)).map((code) => ({ ...code, retired: true }));
}

/** Kinds without the codes that go; one that would join nothing any more goes too. */
function withKnownEnds(
  kinds: readonly RelationKind[],
  codes: readonly Code[],
): readonly RelationKind[] {
  const known = new Set(codes.map((code) => code.id));
  return kinds.flatMap((kind) => {
    const from = kind.from.filter((id) => known.has(id));
    const to = kind.to.filter((id) => known.has(id));
    const isWhole = from.length === kind.from.length && to.length === kind.to.length;
    if (isWhole) return [kind];
    return from.length === 0 || to.length === 0 ? [] : [{ ...kind, from, to }];
  });
}

function mergeLists(
  ours: readonly ProjectList[],
  theirs: readonly ProjectList[],
): readonly ProjectList[] {
  const merged = theirs.map((list) => {
    const old = ours.find((one) => one.id === list.id);
    if (old === undefined) return list;
    const values = [...new Set([...old.values, ...list.values])];
    const isSame = values.length === old.values.length && list.name === old.name;
    return isSame ? old : { ...list, values };
  });
  return byId(ours, merged);
}

/** Ours with theirs in the place of those of the same id, and the others behind. */
function byId<Item extends { readonly id: string }>(
  ours: readonly Item[],
  theirs: readonly Item[],
): readonly Item[] {
  const replaced = ours.map((item) => theirs.find((one) => one.id === item.id) ?? item);
  return [...replaced, ...theirs.filter((one) => ours.every((item) => item.id !== one.id))];
}

function namesOf(items: readonly { readonly name: string }[]): readonly string[] {
  return items.map((item) => item.name);
}

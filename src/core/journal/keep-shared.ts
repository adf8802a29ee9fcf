import type { Project } from '../project/project';

/**
 * The same project as `after` with every list that has the same items as in `before` taken from there: what did not
 * change is the same object, which is what everything that compares states goes by. `before` itself when nothing did.
 */
export function keepShared(before: Project, after: Project): Project {
  const { codebook } = after;
  const codes = sameList(before.codebook.codes, codebook.codes);
  const relationKinds = sameList(before.codebook.relationKinds, codebook.relationKinds);
  const revisions = sameList(before.codebook.revisions, codebook.revisions);
  const lists = sameData(before.codebook.lists, codebook.lists);
  const isSame =
    codes === before.codebook.codes &&
    relationKinds === before.codebook.relationKinds &&
    revisions === before.codebook.revisions &&
    lists === before.codebook.lists;
  const kept = {
    ...after,
    codebook: isSame ? before.codebook : { codes, relationKinds, lists, revisions },
    actors: sameList(before.actors, after.actors),
    coders: sameList(before.coders, after.coders),
    documents: sameList(before.documents, after.documents),
    memos: sameList(before.memos, after.memos),
    team: sameList(before.team, after.team),
    annotations: sameMap(before.annotations, after.annotations),
    relations: sameMap(before.relations, after.relations),
    marks: sameMap(before.marks, after.marks),
    verdicts: sameMap(before.verdicts, after.verdicts),
  };
  const keys = Object.keys(kept) as readonly (keyof Project)[];
  return keys.every((key) => kept[key] === before[key]) ? before : kept;
}

function sameMap<Key, Item>(
  before: ReadonlyMap<Key, readonly Item[]>,
  after: ReadonlyMap<Key, readonly Item[]>,
): ReadonlyMap<Key, readonly Item[]> {
  let isSame = before.size === after.size;
  const next = new Map<Key, readonly Item[]>();
  for (const [key, items] of after) {
    const old = before.get(key);
    const kept = old === undefined ? items : sameList(old, items);
    isSame &&= kept === old;
    next.set(key, kept);
  }
  return isSame ? before : next;
}

function sameList<List extends readonly unknown[]>(before: List, after: List): List {
  return before.length === after.length && before.every((item, i) => item === after[i])
    ? before
    : after;
}

function sameData<Data>(before: Data, after: Data): Data {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import type { Code, Codebook, CodebookRevision, RelationKind } from '../codebook/codebook';
import type { CodeId } from '../ids';
import type { Memo } from '../memo/memo';
import { foldLabel } from '../register/actor';
import type { Ledger } from './ledger';
import { findCuts, freeName, inOrder, revive, type Standing } from './revive';

/** The codebook of a ledger's records, with the codes and kinds that are in use; undefined when it has no revision. */
export function settleCodebook(
  ledger: Ledger,
  annotations: readonly Annotation[],
  relations: readonly Relation[],
  memos: readonly Memo[],
): Codebook | undefined {
  const revisions = settleRevisions(ledger);
  const [first, ...others] = revisions;
  if (first === undefined) return undefined;
  const kinds = inOrder(
    revive(
      ledger,
      'relation-kind',
      relations.map((relation) => relation.kindId),
    ),
  ).map((record) => record.item as RelationKind);
  const used = new Set<CodeId>();
  for (const { codeId } of annotations) used.add(codeId);
  const needed = [
    ...used,
    ...kinds.flatMap((kind) => [...kind.from, ...kind.to]),
    ...memos.flatMap(({ about }) => (about.kind === 'code' ? [about.id] : [])),
  ];
  const codes = settleCodes(
    inOrder(
      revive(ledger, 'code', needed, (item) => {
        const { parentId, mergedInto } = item as Code;
        return [parentId, mergedInto];
      }),
    ),
  );
  const known = new Set<CodeId>(codes.map((code) => code.id));
  return {
    codes,
    relationKinds: kinds.map((kind) => withKnown(kind, known)),
    lists: settleLists(ledger, codes),
    revisions: [first, ...others],
  };
}

/** Of one number there is one revision: two people's are told in one. */
function settleRevisions(ledger: Ledger): readonly CodebookRevision[] {
  const all = ledger.living('revision').map((record) => record.item as CodebookRevision);
  all.sort((a, b) => a.number - b.number || (a.at < b.at ? -1 : 1));
  const revisions: CodebookRevision[] = [];
  for (const revision of all) {
    const last = revisions.at(-1);
    if (last?.number !== revision.number) revisions.push(revision);
    else {
      revisions[revisions.length - 1] = {
        ...revision,
        reason: [...new Set([last.reason, revision.reason])].join('; '),
        codeIds: [...new Set([...last.codeIds, ...revision.codeIds])],
      };
    }
  }
  return revisions;
}

function settleCodes(records: readonly Standing[]): readonly Code[] {
  const all = records.map(({ item, revived }): Code => {
    const code = item as Code;
    return revived && !code.retired ? { ...code, retired: true } : code;
  });
  const orphans = findCuts(all, (code) => code.parentId);
  const unmerged = findCuts(all, (code) => code.mergedInto);
  const names = new Set<string>();
  const keys = new Set<string>();
  return all.map((code) => {
    let settled = code;
    if (orphans.has(code.id)) settled = without(settled, 'parentId');
    if (unmerged.has(code.id)) settled = without(settled, 'mergedInto');
    if (settled.retired) return settled;
    const slot = (name: string): string => `${settled.parentId ?? ''}/${foldLabel(name)}`;
    const name = freeName(settled.name, (one) => names.has(slot(one)));
    names.add(slot(name));
    if (name !== settled.name) settled = { ...settled, name };
    if (settled.key === undefined) return settled;
    if (keys.has(settled.key)) return without(settled, 'key');
    keys.add(settled.key);
    return settled;
  });
}

function settleLists(ledger: Ledger, codes: readonly Code[]): Codebook['lists'] {
  const used = codes.flatMap((code) =>
    code.attributes.flatMap((attribute) => (attribute.type === 'list' ? [attribute.list] : [])),
  );
  const values = new Map<string, string[]>();
  for (const { item } of inOrder(revive(ledger, 'list-value', []))) {
    const { list, value } = item as { readonly list: string; readonly value: string };
    const here = values.get(list);
    if (here === undefined) values.set(list, [value]);
    else here.push(value);
  }
  return inOrder(revive(ledger, 'list', used)).map(({ item }) => {
    const { id, name } = item as { readonly id: string; readonly name: string };
    return { id, name, values: values.get(id) ?? [] };
  });
}

function withKnown(kind: RelationKind, known: ReadonlySet<CodeId>): RelationKind {
  const fits = (id: CodeId): boolean => known.has(id);
  if (kind.from.every(fits) && kind.to.every(fits)) return kind;
  return { ...kind, from: kind.from.filter(fits), to: kind.to.filter(fits) };
}

function without(code: Code, key: 'parentId' | 'mergedInto' | 'key'): Code {
  const { [key]: _gone, ...rest } = code;
  return rest;
}

import type { CodeId } from '../ids';
import type { Code } from './codebook';

/** The codes directly below each parent in their order; the top level is under `undefined`. */
export function childrenByParent(
  codes: readonly Code[],
): ReadonlyMap<CodeId | undefined, readonly Code[]> {
  const children = new Map<CodeId | undefined, Code[]>();
  for (const code of codes) {
    const here = children.get(code.parentId);
    if (here === undefined) children.set(code.parentId, [code]);
    else here.push(code);
  }
  return children;
}

/** The ids of a code and of everything below it. */
export function branchOf(codes: readonly Code[], id: CodeId): ReadonlySet<CodeId> {
  const children = childrenByParent(codes);
  const branch = new Set<CodeId>([id]);
  for (const one of branch) for (const child of children.get(one) ?? []) branch.add(child.id);
  return branch;
}

/** Each code followed by what is below it: the order of every list of codes. Sub-codes keep their order. */
export function inTreeOrder(codes: readonly Code[]): readonly Code[] {
  const children = childrenByParent(codes);
  const ordered: Code[] = [];
  const walk = (parent: CodeId | undefined): void => {
    for (const code of children.get(parent) ?? []) {
      ordered.push(code);
      walk(code.id);
    }
  };
  walk(undefined);
  return ordered;
}

/**
 * The codes with one (and its branch) under another parent, before the sub-code `before` or after all of them. The same
 * array when the parent lies in its branch.
 */
export function withMoved(
  codes: readonly Code[],
  id: CodeId,
  parentId: CodeId | undefined,
  before?: CodeId,
): readonly Code[] {
  const code = codes.find((one) => one.id === id);
  if (code === undefined || before === id) return codes;
  if (parentId !== undefined && branchOf(codes, id).has(parentId)) return codes;
  const { parentId: _old, ...loose } = code;
  const moved: Code = parentId === undefined ? loose : { ...loose, parentId };
  const others = codes.filter((one) => one.id !== id);
  const at = others.findIndex((one) => one.id === before);
  return inTreeOrder(others.toSpliced(at === -1 ? others.length : at, 0, moved));
}

import type { Code } from '../../core/codebook/codebook';
import { childrenByParent } from '../../core/codebook/tree';
import type { CodeId } from '../../core/ids';

/** One line of the tree as it is shown. */
export interface Row {
  readonly code: Code;
  /** From 1. */
  readonly level: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
  /** Among the codes beside it, from 1. */
  readonly position: number;
  readonly siblings: number;
}

/** The codes that are shown. What hangs below a retired one that is not shown hangs below the next one up. */
export function shownCodes(codes: readonly Code[], showsRetired: boolean): readonly Code[] {
  if (showsRetired || codes.every((code) => !code.retired)) return codes;
  const byId = new Map(codes.map((code) => [code.id, code]));
  return codes
    .filter((code) => !code.retired)
    .map((code) => {
      let parent = code.parentId === undefined ? undefined : byId.get(code.parentId);
      if (parent?.retired !== true) return code;
      while (parent?.retired === true) {
        parent = parent.parentId === undefined ? undefined : byId.get(parent.parentId);
      }
      const { parentId: _retired, ...loose } = code;
      return parent === undefined ? loose : { ...loose, parentId: parent.id };
    });
}

export function buildRows(codes: readonly Code[], closed: ReadonlySet<CodeId>): readonly Row[] {
  const children = childrenByParent(codes);
  const rows: Row[] = [];
  const walk = (parent: CodeId | undefined, level: number): void => {
    const here = children.get(parent) ?? [];
    here.forEach((code, i) => {
      const hasChildren = children.has(code.id);
      const isOpen = hasChildren && !closed.has(code.id);
      rows.push({ code, level, hasChildren, isOpen, position: i + 1, siblings: here.length });
      if (isOpen) walk(code.id, level + 1);
    });
  };
  walk(undefined, 1);
  return rows;
}

/** A place in the tree: under a parent, before a sub-code or after all of them. */
export interface TreePlace {
  readonly parentId: CodeId | undefined;
  readonly before: CodeId | undefined;
}

/** Where Alt and an arrow take a code among those that are shown; undefined where there is no way. */
export function placeByArrow(
  codes: readonly Code[],
  id: CodeId,
  arrow: 'up' | 'down' | 'in' | 'out',
): TreePlace | undefined {
  const code = codes.find((one) => one.id === id);
  if (code === undefined) return undefined;
  const { parentId } = code;
  const beside = codes.filter((one) => one.parentId === parentId);
  const at = beside.indexOf(code);
  switch (arrow) {
    case 'up':
      return at === 0 ? undefined : { parentId, before: beside[at - 1]?.id };
    case 'down':
      return at === beside.length - 1 ? undefined : { parentId, before: beside[at + 2]?.id };
    case 'in': {
      const above = beside[at - 1];
      return above && { parentId: above.id, before: undefined };
    }
    case 'out': {
      const parent = codes.find((one) => one.id === parentId);
      if (parent === undefined) return undefined;
      const around = codes.filter((one) => one.parentId === parent.parentId);
      return { parentId: parent.parentId, before: around[around.indexOf(parent) + 1]?.id };
    }
  }
}

/** Where a code that is let go over a line goes: before or after its code, or below it as the last. */
export function placeByDrop(
  codes: readonly Code[],
  over: CodeId,
  where: 'before' | 'into' | 'after',
): TreePlace | undefined {
  const code = codes.find((one) => one.id === over);
  if (code === undefined) return undefined;
  if (where === 'into') return { parentId: over, before: undefined };
  if (where === 'before') return { parentId: code.parentId, before: over };
  const beside = codes.filter((one) => one.parentId === code.parentId);
  return { parentId: code.parentId, before: beside[beside.indexOf(code) + 1]?.id };
}

/** The next line, after this one and round, whose name begins with what was typed. */
export function findByName(rows: readonly Row[], from: number, typed: string): number | undefined {
  const wanted = typed.toLowerCase();
  // While more letters are typed the line one is on may stay the right one.
  const first = typed.length > 1 ? 0 : 1;
  for (let step = first; step < rows.length + first; step += 1) {
    const at = (from + step) % rows.length;
    if (rows[at]?.code.name.toLowerCase().startsWith(wanted) === true) return at;
  }
  return undefined;
}

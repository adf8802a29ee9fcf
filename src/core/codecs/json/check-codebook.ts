import type { Code, Codebook } from '../../codebook/codebook';
import type { CodeId } from '../../ids';
import { createFault } from '../../result';
import type { FaultCollector } from './fault-list';

/** Collects what is wrong inside a codebook: ids that occur twice, parents that lead nowhere, revisions out of order. */
export function checkCodebook(codebook: Codebook, faults: FaultCollector): void {
  const codes = new Map<CodeId, Code>();
  codebook.codes.forEach((code, i) => {
    const where = `codebook.codes[${String(i)}].id`;
    if (codes.has(code.id)) faults.add(createFault('transfer.twice', { id: code.id }), where);
    else codes.set(code.id, code);
  });
  codebook.codes.forEach((code, i) => {
    if (code.parentId !== undefined && !reachesTop(code, codes)) {
      const fault = createFault('transfer.parentCode', { id: code.parentId });
      faults.add(fault, `codebook.codes[${String(i)}].parentId`);
    }
  });
  checkRevisions(codebook, faults);
}

/** True if the parents of a code lead to one without a parent. */
function reachesTop(code: Code, codes: ReadonlyMap<CodeId, Code>): boolean {
  let parentId = code.parentId;
  for (let steps = 0; parentId !== undefined && steps <= codes.size; steps += 1) {
    const parent = codes.get(parentId);
    if (parent === undefined) return false;
    parentId = parent.parentId;
  }
  return parentId === undefined;
}

function checkRevisions(codebook: Codebook, faults: FaultCollector): void {
  codebook.revisions.forEach((revision, i) => {
    const before = codebook.revisions[i - 1];
    if (before !== undefined && revision.number <= before.number) {
      faults.add(createFault('transfer.revisions'), `codebook.revisions[${String(i)}].number`);
    }
  });
}

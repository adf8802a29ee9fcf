import type { Annotation } from '../annotation/annotation';
import { foldLabel, type Actor } from '../register/actor';
import type { Ledger } from './ledger';
import { findCuts, freeName, inOrder, revive } from './revive';

/** The register of a ledger's records, with the entries that annotations, other entries and memos (`about`) name. */
export function settleRegister(
  ledger: Ledger,
  annotations: readonly Annotation[],
  about: readonly string[],
): readonly Actor[] {
  const named = new Set<string>();
  for (const { attributes } of annotations) {
    for (const value of Object.values(attributes)) {
      if (typeof value === 'object') for (const id of value) named.add(id);
    }
  }
  const all = inOrder(
    revive(ledger, 'actor', [...named, ...about], (item) => {
      const { parentId, mergedInto } = item as Actor;
      return [parentId, mergedInto];
    }),
  ).map((record) => record.item as Actor);
  const orphans = findCuts(all, (actor) => actor.parentId);
  const unmerged = findCuts(all, (actor) => actor.mergedInto);
  const labels = new Set<string>();
  return all.map((actor) => {
    let settled = actor;
    if (orphans.has(actor.id)) settled = without(settled, 'parentId');
    if (unmerged.has(actor.id)) settled = without(settled, 'mergedInto');
    if (settled.mergedInto !== undefined) return settled;
    const label = freeName(settled.label, (one) => labels.has(foldLabel(one)));
    labels.add(foldLabel(label));
    return label === settled.label ? settled : { ...settled, label };
  });
}

function without(actor: Actor, key: 'parentId' | 'mergedInto'): Actor {
  const { [key]: _gone, ...rest } = actor;
  return rest;
}

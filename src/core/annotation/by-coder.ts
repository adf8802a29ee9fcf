import type { CoderId } from '../ids';
import type { Annotation } from './annotation';
import { followSets, type SetChange } from './follow-sets';
import { withAnnotation, withoutAnnotation, type SortedAnnotations } from './sorted';

/** Each coder's annotations of a set, in text order. */
export type ByCoder = ReadonlyMap<CoderId, SortedAnnotations>;

/** With more changes than these the set is walked over. */
const FEW = 50;

/** Who has the same annotations as before has the same list, so that what others do changes nothing in it. */
export const annotationsByCoder = followSets<ByCoder>((set, before) => {
  if (before === undefined) return walk(set);
  const { value, gone, come } = before;
  if (gone.length + come.length <= FEW) return changed(value, before);
  const touched = new Set([...gone, ...come].map(({ coderId }) => coderId));
  const own = [...walk(set)].map(([id, list]) => {
    return [id, touched.has(id) ? list : (value.get(id) ?? list)] as const;
  });
  return new Map(own);
});

function changed(before: ByCoder, { gone, come }: SetChange): ByCoder {
  const now = new Map(before);
  for (const { coderId, id } of gone)
    now.set(coderId, withoutAnnotation(now.get(coderId) ?? [], id));
  for (const one of come) now.set(one.coderId, withAnnotation(now.get(one.coderId) ?? [], one));
  for (const { coderId } of gone) if (now.get(coderId)?.length === 0) now.delete(coderId);
  return now;
}

function walk(set: SortedAnnotations): ByCoder {
  const found = new Map<CoderId, Annotation[]>();
  for (const one of set) {
    const own = found.get(one.coderId);
    if (own === undefined) found.set(one.coderId, [one]);
    else own.push(one);
  }
  return found;
}

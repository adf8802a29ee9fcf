import type { DocumentId } from '../ids';
import { compareAnnotations, type Annotation } from './annotation';
import type { SortedAnnotations } from './sorted';

/** What makes one set of a document another, in text order; what is other in itself is in both. */
export interface SetChange {
  readonly gone: readonly Annotation[];
  readonly come: readonly Annotation[];
}

/** What a function made of a document's set before, and what changed since. */
export interface Before<Value> extends SetChange {
  readonly value: Value;
}

/**
 * A function of a document's set that is asked anew at each change: `make` is given what it made of the set before, so
 * that one annotation more is not paid for with a walk over thousands. For the same set it gives the same object.
 */
export function followSets<Value extends object>(
  make: (set: SortedAnnotations, before: Before<Value> | undefined) => Value,
): (set: SortedAnnotations) => Value {
  const known = new WeakMap<SortedAnnotations, Value>();
  const lately = new Map<DocumentId, WeakRef<SortedAnnotations>>();
  return (set) => {
    const same = known.get(set);
    if (same !== undefined) return same;
    const id = set[0]?.documentId;
    const last = id === undefined ? undefined : lately.get(id)?.deref();
    const value = last && known.get(last);
    const made = make(
      set,
      last && value !== undefined ? { value, ...changeBetween(last, set) } : undefined,
    );
    known.set(set, made);
    if (id !== undefined) lately.set(id, new WeakRef(set));
    return made;
  };
}

let lastChange:
  | {
      readonly before: SortedAnnotations;
      readonly now: SortedAnnotations;
      readonly change: SetChange;
    }
  | undefined;

/** The last answer is kept: each function that follows a set asks for the same. */
export function changeBetween(before: SortedAnnotations, now: SortedAnnotations): SetChange {
  if (lastChange?.before !== before || lastChange.now !== now) {
    lastChange = { before, now, change: compare(before, now) };
  }
  return lastChange.change;
}

/** Both sets are in the same order, so what they share is passed over by a look at each. */
function compare(before: SortedAnnotations, now: SortedAnnotations): SetChange {
  const gone: Annotation[] = [];
  const come: Annotation[] = [];
  let at = 0;
  for (const one of now) {
    let was = before[at];
    while (was !== undefined && was !== one && compareAnnotations(was, one) < 0) {
      gone.push(was);
      at += 1;
      was = before[at];
    }
    if (was === one) at += 1;
    else come.push(one);
  }
  for (const was of before.slice(at)) gone.push(was);
  return { gone, come };
}

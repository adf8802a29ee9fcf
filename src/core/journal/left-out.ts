import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import { createFault, type Fault } from '../result';

export interface LeftOutItem<Item> {
  readonly item: Item;
  readonly problem: Fault;
}

/** What journals hold and the project cannot show. It stays in the journals. */
export interface LeftOut {
  readonly annotations: readonly LeftOutItem<Annotation>[];
  readonly relations: readonly LeftOutItem<Relation>[];
}

/** A sentence for each. */
export function tellLeftOut({ annotations, relations }: LeftOut): readonly Fault[] {
  return [
    ...annotations.map(({ item: { id }, problem }) =>
      createFault('fault.journal.annotation', { id, problem: problem.text }),
    ),
    ...relations.map(({ item: { id }, problem }) =>
      createFault('fault.journal.relation', { id, problem: problem.text }),
    ),
  ];
}

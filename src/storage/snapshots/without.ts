import type { SourceDocument } from '../../core/document/source-document';
import { createFault, type Fault } from '../../core/result';
import type { SnapshotWish } from './snapshot-format';

/* A snapshot is without the documents that the project is without, because their texts are not at hand; it tells so. */

/** A wish that tells of documents which the project is without. */
export function wishFor(
  wish: Omit<SnapshotWish, 'withheld'>,
  withheld: readonly SourceDocument[],
): SnapshotWish {
  return withheld.length === 0 ? wish : { ...wish, withheld: titlesOf(withheld) };
}

export function titlesOf(documents: readonly SourceDocument[]): readonly string[] {
  return documents.map(({ title }) => title.value);
}

/** What the person is told who takes a snapshot without them; undefined where none is left out. */
export function tellWithheld({ withheld = [] }: SnapshotWish): Fault | undefined {
  const names = withheld.map((title) => `“${title}”`).join(', ');
  return names === ''
    ? undefined
    : createFault('snapshots.fault.withheld', { n: withheld.length, names });
}

import type { Annotation } from '../annotation/annotation';
import { sameData } from '../codebook/compare';
import type { AnnotationId, CoderId } from '../ids';
import type { LeftOut } from '../journal/left-out';
import type { Project, TextSource } from '../project/project';
import { allAnnotations } from '../project/uses';

/** A project before and after a merge. */
export interface Merged {
  readonly before: Project;
  readonly after: Project;
  readonly textOf: TextSource;
  /** What the merge brought and the project cannot show. */
  readonly leftOut: LeftOut;
  readonly fromElsewhere: readonly FromElsewhere[];
}

/** Annotations made at another computer than the rest of their coder's work: the coder may be two people. */
export interface FromElsewhere {
  readonly coderId: CoderId;
  readonly annotationIds: ReadonlySet<AnnotationId>;
  /** Who was given what came from there before. */
  readonly otherId?: CoderId;
}

/** Annotations that the merge brought or changed. */
export function incomingOf({ before, after }: Merged): readonly Annotation[] {
  const known = new Map(allAnnotations(before).map((one) => [one.id, one]));
  return allAnnotations(after).filter((one) => {
    const was = known.get(one.id);
    return was !== one && (was === undefined || !isSame(was, one));
  });
}

/** Most were made in the same order of keys, so their texts tell. */
function isSame(a: Annotation, b: Annotation): boolean {
  return JSON.stringify(a) === JSON.stringify(b) || sameData(a, b);
}

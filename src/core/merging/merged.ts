import type { Annotation } from '../annotation/annotation';
import { sameData } from '../codebook/compare';
import type { AnnotationId, CoderId, TeamActId } from '../ids';
import type { LeftOut } from '../journal/left-out';
import type { Project, TextSource } from '../project/project';
import { allAnnotations } from '../project/uses';
import type { MarksApart } from './marks-apart';

/** A project before and after a merge. */
export interface Merged {
  readonly before: Project;
  readonly after: Project;
  readonly textOf: TextSource;
  /** What the merge brought and the project cannot show. */
  readonly leftOut: LeftOut;
  readonly fromElsewhere: readonly FromElsewhere[];
}

/** What was done at another computer than the rest of a coder's work: the coder may be two people. */
export interface FromElsewhere {
  readonly coderId: CoderId;
  readonly annotationIds: ReadonlySet<AnnotationId>;
  readonly marks: MarksApart;
  /** Acts of the team's record. */
  readonly teamActIds: ReadonlySet<TeamActId>;
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

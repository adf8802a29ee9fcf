import type { Annotation } from '../annotation/annotation';
import type { CodeId } from '../ids';
import { findIn, type Project } from '../project/project';
import type { Verdict } from '../verdict/verdict';

/** A passage on which an adjudicator found the codebook unclear. */
export interface UnclearPassage {
  readonly verdict: Verdict;
  /** A coder's annotation of the code, or that of the gold set. */
  readonly annotation: Annotation;
}

/** The passages that have this code, of a coder or in the gold set, in the order of the corpus; latest verdicts last. */
export function unclearPassages(project: Project, codeId: CodeId): readonly UnclearPassage[] {
  return project.documents.flatMap(({ id }) =>
    (project.verdicts.get(id) ?? [])
      .filter(({ codebookUnclear }) => codebookUnclear)
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .flatMap((verdict) => {
        const ids = [...verdict.members.map((one) => one.annotationId), ...verdict.goldIds];
        const annotation = ids
          .map((annotationId) => findIn(project, id, annotationId))
          .find((one) => one?.codeId === codeId);
        return annotation === undefined ? [] : [{ verdict, annotation }];
      }),
  );
}

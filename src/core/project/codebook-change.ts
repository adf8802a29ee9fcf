import type { Annotation } from '../annotation/annotation';
import type { Codebook } from '../codebook/codebook';
import type { Timestamp } from '../ids';
import { checkEnds } from './check-relation';
import type { BatchCommand, Command } from './command';
import type { Project } from './project';
import { createRefit, type Refitted, type Renaming } from './refit';
import { allAnnotations, allRelations } from './uses';

/** A change of the codebook with all that it does to what was coded: one step to undo. */
export interface CodebookChange {
  readonly command: BatchCommand;
  /** Annotations that get another code, or lose or change a value or part. */
  readonly touches: number;
  /** Values and parts that are gone for good. */
  readonly lost: number;
  /** Relations that the kinds no longer allow, and that go. */
  readonly relations: number;
}

/**
 * The next codebook, and what it strands taken along: values and parts that it does not offer become what `renaming` says,
 * or go; relations whose kind would not join their ends go.
 *
 * First goes what would not fit, then comes the codebook, then what it becomes: so each step is allowed, there and back.
 */
export function planCodebook(
  project: Project,
  codebook: Codebook,
  at: Timestamp,
  renaming: Renaming = {},
): CodebookChange {
  const after = { ...project, codebook };
  const refit = createRefit(project, after, renaming);
  const refitted = allAnnotations(project).flatMap((one) => refit(one) ?? []);
  const unfit = allRelations(project).filter((one) => checkEnds(after, one) !== undefined);
  const put = (annotation: Annotation): Command => ({
    kind: 'annotation.replace',
    annotation: { ...annotation, modifiedAt: at },
  });
  return {
    command: {
      kind: 'batch',
      purpose: 'codebook',
      size: refitted.length,
      commands: [
        ...unfit.map(({ id }) => ({ kind: 'relation.remove', relationId: id }) as const),
        ...refitted.map((one) => put(one.stripped)),
        toCodebook(project, codebook, renaming),
        ...refitted.filter(isMoved).map((one) => put(one.after)),
      ],
    },
    touches: refitted.length,
    lost: refitted.reduce((sum, one) => sum + one.lost, 0),
    relations: unfit.length,
  };
}

function isMoved({ stripped, after }: Refitted): boolean {
  return (
    Object.keys(after.attributes).length > Object.keys(stripped.attributes).length ||
    after.parts.length > stripped.parts.length
  );
}

/** A list that changes alone is no revision of the codebook. */
function toCodebook(project: Project, codebook: Codebook, renaming: Renaming): Command {
  const isRevised = codebook.revisions !== project.codebook.revisions;
  const [listId] = renaming.lists?.keys() ?? [];
  const list = codebook.lists.find((one) => one.id === listId);
  return isRevised || list === undefined
    ? { kind: 'codebook.replace', codebook }
    : { kind: 'list.replace', list };
}

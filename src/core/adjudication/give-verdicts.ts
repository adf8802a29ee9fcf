import type { Annotation } from '../annotation/annotation';
import type { AnnotationId, CoderId, Timestamp } from '../ids';
import { applyCommand } from '../project/apply';
import type { BatchCommand, Command } from '../project/command';
import { withoutLinked } from '../project/effective';
import { findCoder, findIn, type Project } from '../project/project';
import { fail, ok, type Result } from '../result';
import { createGoldCoder, GOLD_CODER } from '../verdict/gold-coder';
import type { Verdict } from '../verdict/verdict';
import { dueLinks } from './gold-links';
import { missingReasons } from './reasons';
import { takeAway } from './take-away';

/** Who decides, and when. */
export interface Adjudicator {
  readonly coderId: CoderId;
  readonly at: Timestamp;
  /** An id that nothing has yet. */
  readonly createId: () => string;
}

/** A verdict, and the annotation of the gold set that it makes. */
export interface Judged {
  readonly verdict: Verdict;
  readonly gold?: Annotation;
}

const NO_TEXT = (): undefined => undefined;

/**
 * One step that gives verdicts, in the place of `instead`: their annotations, the links that are due by them, the gold
 * set's coder and the list of reasons where the project has none yet. Everything fits or nothing is done.
 */
export function giveVerdicts(
  project: Project,
  judged: readonly Judged[],
  instead: readonly Verdict[],
  at: Timestamp,
): Result<BatchCommand> {
  const verdicts = judged.map(({ verdict }) => verdict);
  const made = judged.flatMap(({ gold }) => gold ?? []);
  const commands: Command[] = [...prepare(project), ...takeAway(project, instead, at)];
  const inBatch = (all: readonly Command[]): BatchCommand => ({
    kind: 'batch',
    purpose: 'adjudication',
    size: Math.max(1, verdicts.length),
    commands: all,
  });
  const bare = applyCommand(project, inBatch(commands), NO_TEXT);
  if (!bare.ok) return bare;
  const given: readonly Command[] = [
    ...made.map((annotation): Command => {
      // One that no verdict spoke for any more may lie there under this id.
      const isThere = findIn(bare.value.project, annotation.documentId, annotation.id);
      return { kind: isThere ? 'annotation.replace' : 'annotation.add', annotation };
    }),
    ...verdicts.map((verdict): Command => ({ kind: 'verdict.add', verdict })),
  ];
  const judgedProject = applyCommand(bare.value.project, inBatch(given), NO_TEXT);
  if (!judgedProject.ok) return judgedProject;
  const links = linkSteps(judgedProject.value.project, verdicts, at);
  return links.ok ? ok(inBatch([...commands, ...given, ...links.value])) : links;
}

function prepare(project: Project): readonly Command[] {
  const reasons = missingReasons(project.codebook);
  return [
    ...(findCoder(project, GOLD_CODER) === undefined
      ? [{ kind: 'coder.add', coder: createGoldCoder(), index: project.coders.length } as const]
      : []),
    ...(reasons === undefined
      ? []
      : [{ kind: 'list.add', list: reasons, index: project.codebook.lists.length } as const]),
  ];
}

/** The links that are due now, and what they say taken out of the stored attributes: a fact is kept once. */
export function linkSteps(
  project: Project,
  verdicts: readonly Verdict[],
  at: Timestamp,
): Result<readonly Command[]> {
  const links = dueLinks(project, verdicts, at);
  if (links.length === 0) return ok([]);
  const added = links.map((relation): Command => ({ kind: 'relation.add', relation }));
  const linked = applyCommand(
    project,
    { kind: 'batch', purpose: 'adjudication', size: 1, commands: added },
    NO_TEXT,
  );
  if (!linked.ok) return fail(linked.fault);
  const ends = new Map<AnnotationId, Annotation>();
  for (const { fromDocumentId, fromId } of links) {
    const from = findIn(project, fromDocumentId, fromId);
    if (from !== undefined) ends.set(fromId, from);
  }
  const said = [...ends.values()].flatMap((from) => {
    const kept = withoutLinked(linked.value.project, from);
    return Object.keys(from.attributes)
      .filter((id) => kept[id] !== from.attributes[id])
      .map((attributeId): Command => {
        const value = kept[attributeId];
        return {
          kind: 'annotation.attribute',
          documentId: from.documentId,
          annotationId: from.id,
          attributeId,
          ...(value !== undefined && { value }),
          modifiedAt: at,
        };
      });
  });
  return ok([...added, ...said]);
}

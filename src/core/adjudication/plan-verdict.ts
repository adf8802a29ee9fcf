import type { Annotation } from '../annotation/annotation';
import type { AnnotationId, CodeId, CoderId, VerdictId } from '../ids';
import type { BatchCommand } from '../project/command';
import { applyCommand } from '../project/apply';
import { findCoder, findIn, type Project } from '../project/project';
import { createFault, fail, ok, type Result } from '../result';
import { WHOLE, type Verdict, type VerdictSource } from '../verdict/verdict';
import { membersOf, type AdjudicatedGroup } from './adjudication';
import { giveVerdicts, type Adjudicator } from './give-verdicts';
import { goldAnnotation, newGoldAnnotation } from './gold-annotation';
import { movedLinks } from './move-links';

/** What an adjudicator says of a passage. */
export type Decision = (
  | { readonly outcome: 'taken'; readonly from: CoderId }
  /** Field by field; what no source names is left out. */
  | { readonly outcome: 'merged'; readonly sources: readonly VerdictSource[] }
  /** An annotation to go on working at. */
  | {
      readonly outcome: 'new';
      readonly pieces: Annotation['pieces'];
      readonly codeId: CodeId;
    }
  | { readonly outcome: 'none' }
) & {
  readonly reason?: string;
  readonly words?: string;
  readonly codebookUnclear?: boolean;
};

/** The step that decides on a passage, anew where it was decided on before. */
export function planVerdict(
  project: Project,
  group: AdjudicatedGroup,
  decision: Decision,
  by: Adjudicator,
): Result<BatchCommand> {
  const sources = sourcesOf(decision);
  const [first] = sources;
  const isOne = sources.every(({ coderId }) => coderId === first?.coderId);
  // Of one coder in every field, it is that coder's.
  const isTaken = decision.outcome === 'merged' && isOne && first !== undefined;
  const gold = goldOf(project, group, decision, by);
  if (!gold.ok) return gold;
  const verdict: Verdict = {
    id: by.createId() as VerdictId,
    documentId: group.document.document.id,
    coderId: by.coderId,
    members: membersOf(project, group),
    coders: [...group.document.coders.keys()],
    outcome: isTaken ? 'taken' : decision.outcome,
    sources: isTaken ? [{ field: WHOLE, coderId: first.coderId }] : sources,
    goldIds: gold.value === undefined ? [] : [gold.value.id],
    ...(decision.reason !== undefined && { reason: decision.reason }),
    words: decision.words ?? '',
    codebookUnclear: decision.codebookUnclear === true,
    at: by.at,
  };
  const judged = { verdict, ...(gold.value && { gold: gold.value }) };
  const given = giveVerdicts(project, [judged], group.verdicts, by.at);
  return given.ok && judged.gold !== undefined && group.verdicts.length > 0
    ? withMovedLinks(project, given.value, group.verdicts, judged.gold, by)
    : given;
}

/** A verdict in the place of others takes over the links that were filed for their annotations. */
function withMovedLinks(
  project: Project,
  given: BatchCommand,
  instead: readonly Verdict[],
  gold: Annotation,
  by: Adjudicator,
): Result<BatchCommand> {
  const applied = applyCommand(project, given, () => undefined);
  if (!applied.ok) return applied;
  const after = applied.value.project;
  const gone = new Set(
    instead.flatMap(({ documentId, goldIds }) =>
      goldIds.filter((id) => findIn(after, documentId, id) === undefined),
    ),
  );
  const links = movedLinks(project, after, gone, gold, by);
  return ok(links.length === 0 ? given : { ...given, commands: [...given.commands, ...links] });
}

function sourcesOf(decision: Decision): readonly VerdictSource[] {
  switch (decision.outcome) {
    case 'taken':
      return [{ field: WHOLE, coderId: decision.from }];
    case 'merged':
      return decision.sources;
    default:
      return [];
  }
}

function goldOf(
  project: Project,
  group: AdjudicatedGroup,
  decision: Decision,
  by: Adjudicator,
): Result<Annotation | undefined> {
  if (decision.outcome === 'none') return ok(undefined);
  const id = by.createId() as AnnotationId;
  if (decision.outcome === 'new') {
    const { pieces, codeId } = decision;
    const documentId = group.document.document.id;
    return ok(newGoldAnnotation(project, { id, documentId, pieces, codeId, at: by.at }));
  }
  const sources = sourcesOf(decision);
  const stranger = sources.find(({ coderId }) => !group.members.has(coderId));
  if (stranger !== undefined) {
    const name = findCoder(project, stranger.coderId)?.name ?? stranger.coderId;
    return fail(createFault('fault.verdict.hasNone', { name }));
  }
  const gold = goldAnnotation(project, group.members, sources, { id, at: by.at });
  return gold === undefined ? fail(createFault('fault.verdict.unfinished')) : ok(gold);
}

import type { Annotation } from '../annotation/annotation';
import type { ComparedDocument } from '../comparison/compared-work';
import type { AnnotationId, CodeId, VerdictId } from '../ids';
import type { BatchCommand } from '../project/command';
import { annotationsOf, findCoder, findIn, type Project } from '../project/project';
import { createFault, fail, type Result } from '../result';
import { isGold } from '../verdict/gold-coder';
import type { Verdict } from '../verdict/verdict';
import type { GroupState } from './adjudication';
import { giveVerdicts, type Adjudicator } from './give-verdicts';
import { newGoldAnnotation } from './gold-annotation';

/** What an adjudicator finds in a text in which no coder has it. */
export interface Missed {
  readonly pieces: Annotation['pieces'];
  readonly codeId: CodeId;
  readonly reason?: string;
  readonly words?: string;
  readonly codebookUnclear?: boolean;
}

/**
 * The step that puts into the gold set what all coders of a document missed. Refused where one of them, or the gold set,
 * has this code on these very words.
 */
export function planMissed(
  project: Project,
  { document, coders }: ComparedDocument,
  { pieces, codeId, ...grounds }: Missed,
  by: Adjudicator,
): Result<BatchCommand> {
  const twin = annotationsOf(project, document.id).find(
    (one) => one.codeId === codeId && areSame(one.pieces, pieces),
  );
  if (twin !== undefined && isGold(twin.coderId)) {
    return fail(createFault('fault.verdict.inGoldSet'));
  }
  if (twin !== undefined) {
    const name = findCoder(project, twin.coderId)?.name ?? twin.coderId;
    return fail(createFault('fault.verdict.notMissed', { name }));
  }
  const gold = newGoldAnnotation(project, {
    id: by.createId() as AnnotationId,
    documentId: document.id,
    pieces,
    codeId,
    at: by.at,
  });
  const verdict: Verdict = {
    id: by.createId() as VerdictId,
    documentId: document.id,
    coderId: by.coderId,
    members: [],
    coders: [...coders.keys()],
    outcome: 'new',
    sources: [],
    goldIds: [gold.id],
    ...(grounds.reason !== undefined && { reason: grounds.reason }),
    words: grounds.words ?? '',
    codebookUnclear: grounds.codebookUnclear === true,
    at: by.at,
  };
  return giveVerdicts(project, [{ verdict, gold }], [], by.at);
}

/** A verdict on what all coders missed, with what it made. */
export interface AddedPassage {
  readonly verdict: Verdict;
  /** That one first, and others that made the same: adjudicators filed it who did not know of one another. */
  readonly verdicts: readonly Verdict[];
  /** Undefined where it is gone from the gold set. */
  readonly gold: Annotation | undefined;
  readonly state: GroupState;
}

/** In the order of the corpus and the text; what is gone comes first. */
export function addedPassages(
  project: Project,
  added: readonly Verdict[],
): readonly AddedPassage[] {
  const order = new Map(project.documents.map(({ id }, place) => [id, place]));
  const made = added.map((verdict) => {
    const [id] = verdict.goldIds;
    return { verdict, gold: id && findIn(project, verdict.documentId, id) };
  });
  const alike = new Map<string, Verdict[]>();
  for (const { verdict, gold } of made) {
    const likeness = likenessOf(gold);
    alike.set(likeness, [...(alike.get(likeness) ?? []), verdict]);
  }
  return made
    .map(({ verdict, gold }): AddedPassage => {
      if (gold === undefined) return { verdict, verdicts: [verdict], gold, state: 'changed' };
      const others = (alike.get(likenessOf(gold)) ?? []).filter((one) => one !== verdict);
      const state = others.length === 0 ? 'settled' : 'disputed';
      return { verdict, verdicts: [verdict, ...others], gold, state };
    })
    .sort(
      (a, b) =>
        (order.get(a.verdict.documentId) ?? 0) - (order.get(b.verdict.documentId) ?? 0) ||
        startOf(a) - startOf(b),
    );
}

/** The same for annotations with the same code on the very same words of a document. */
function likenessOf(gold: Annotation | undefined): string {
  if (gold === undefined) return '';
  const places = gold.pieces.map(({ start, end }) => `${String(start)}-${String(end)}`);
  return JSON.stringify([gold.documentId, gold.codeId, ...places]);
}

function startOf({ gold }: AddedPassage): number {
  return gold?.pieces[0].start ?? -1;
}

function areSame(a: Annotation['pieces'], b: Annotation['pieces']): boolean {
  return (
    a.length === b.length &&
    a.every((piece, place) => piece.start === b[place]?.start && piece.end === b[place].end)
  );
}

import type { Annotation } from '../annotation/annotation';
import { relationIndex } from '../annotation/relation';
import type { Compared } from '../comparison/compared-work';
import { findGroups, type ComparedGroup } from '../comparison/differences';
import { progressOf } from '../document/progress';
import type { AnnotationId, CoderId, DocumentId, RelationId } from '../ids';
import { annotationsOf, findIn, marksOf, verdictsOf, type Project } from '../project/project';
import { isGold } from '../verdict/gold-coder';
import type { Verdict, VerdictMember } from '../verdict/verdict';

/**
 * How far a passage is settled: nobody decided; it has a verdict that still fits; what the verdict is about, or the
 * annotation that it made, is another since; there are several verdicts, as two adjudicators give who do not know of one
 * another.
 */
export const GROUP_STATES = ['open', 'settled', 'changed', 'disputed'] as const;
export type GroupState = (typeof GROUP_STATES)[number];

/** A passage as its coders have it, and what was decided on it. */
export interface AdjudicatedGroup extends ComparedGroup {
  readonly state: GroupState;
  readonly verdicts: readonly Verdict[];
}

export interface Adjudication {
  /** In the order of the corpus and the text. */
  readonly groups: readonly AdjudicatedGroup[];
  /** On passages that every coder missed. */
  readonly added: readonly Verdict[];
  /** On links, each by itself. */
  readonly links: readonly Verdict[];
  /** On passages that no coder has any more. */
  readonly lost: readonly Verdict[];
  /** Annotations of the gold set that no verdict speaks for. */
  readonly stray: readonly Annotation[];
}

/** What was decided, and what is to be decided, on these documents. */
export function adjudicationOf(project: Project, compared: Compared): Adjudication {
  const groups = findGroups(project, compared);
  return withVerdicts(
    project,
    groups,
    compared.documents.map(({ document }) => document.id),
  );
}

/** The same for groups that were found before, on all of these documents. */
export function withVerdicts(
  project: Project,
  groups: readonly ComparedGroup[],
  documentIds: readonly DocumentId[],
): Adjudication {
  const verdicts = documentIds.flatMap((id) => verdictsOf(project, id));
  const about = verdictsByMember(verdicts);
  const places = placesIn(groups);
  const decided = new Set([...about.keys()].map((id) => places.get(id)));
  const judged = groups.map((group, place): AdjudicatedGroup => {
    if (!decided.has(place)) return openGroup(group);
    const here = new Set([...group.members.values()].flatMap(({ id }) => about.get(id) ?? []));
    const found = [...here];
    return { ...group, verdicts: found, state: stateOf(project, group, found) };
  });
  const spoken = new Set(verdicts.flatMap(({ goldIds }) => goldIds));
  return {
    groups: judged,
    added: verdicts.filter(({ members, link }) => members.length === 0 && link === undefined),
    links: verdicts.filter(({ link }) => link !== undefined),
    lost: verdicts.filter(
      ({ documentId, members }) =>
        members.length > 0 &&
        members.every(
          ({ annotationId }) =>
            !places.has(annotationId) && findIn(project, documentId, annotationId) === undefined,
        ),
    ),
    stray: documentIds.flatMap((id) =>
      annotationsOf(project, id).filter((one) => isGold(one.coderId) && !spoken.has(one.id)),
    ),
  };
}

const placed = new WeakMap<readonly ComparedGroup[], ReadonlyMap<AnnotationId, number>>();

/** Which of the groups an annotation is in; found once for all verdicts on them. */
function placesIn(groups: readonly ComparedGroup[]): ReadonlyMap<AnnotationId, number> {
  const known = placed.get(groups);
  if (known !== undefined) return known;
  const places = new Map<AnnotationId, number>();
  for (const [place, { members }] of groups.entries()) {
    for (const { id } of members.values()) places.set(id, place);
  }
  placed.set(groups, places);
  return places;
}

const open = new WeakMap<ComparedGroup, AdjudicatedGroup>();

/** The same object as long as nobody decided, so that a verdict changes its passage and no other. */
function openGroup(group: ComparedGroup): AdjudicatedGroup {
  const known = open.get(group);
  if (known !== undefined) return known;
  const made: AdjudicatedGroup = { ...group, verdicts: [], state: 'open' };
  open.set(group, made);
  return made;
}

/** The coders' annotations of a group as a verdict keeps them. */
export function membersOf(project: Project, group: ComparedGroup): readonly VerdictMember[] {
  return [...group.members].map(([coderId, { id, modifiedAt }]) => ({
    coderId,
    annotationId: id,
    modifiedAt,
    relationIds: linksFrom(project, id),
  }));
}

function verdictsByMember(
  verdicts: readonly Verdict[],
): ReadonlyMap<AnnotationId, readonly Verdict[]> {
  const found = new Map<AnnotationId, Verdict[]>();
  for (const verdict of verdicts) {
    for (const { annotationId } of verdict.members) {
      const here = found.get(annotationId);
      if (here === undefined) found.set(annotationId, [verdict]);
      else here.push(verdict);
    }
  }
  return found;
}

function stateOf(project: Project, group: ComparedGroup, verdicts: readonly Verdict[]): GroupState {
  const [verdict, ...others] = verdicts;
  if (verdict === undefined) return 'open';
  // Who accepts what others accepted says the same.
  const isSame = (one: Verdict): boolean =>
    one.outcome === 'agreed' && one.goldIds.join(' ') === verdict.goldIds.join(' ');
  if (others.length > 0 && ![verdict, ...others].every(isSame)) return 'disputed';
  return fits(project, group, verdict) ? 'settled' : 'changed';
}

/**
 * True if each of those who are compared has here what they had when the verdict was given, and the gold set has what it
 * made. Whoever is not among those compared is not looked at; nor is who began to code the document since, until there is
 * something of theirs here or they have finished it.
 */
function fits(project: Project, group: ComparedGroup, verdict: Verdict): boolean {
  const asked = new Set<CoderId>(verdict.coders);
  const had = new Map(verdict.members.map((member) => [member.coderId, member]));
  const marks = marksOf(project, verdict.documentId);
  const hasFinished = (coder: CoderId): boolean => progressOf(marks, coder).document !== undefined;
  const isMade = verdict.goldIds.every((id) => findIn(project, verdict.documentId, id));
  return (
    isMade &&
    [...group.document.coders.keys()].every((coder) => {
      const [before, now] = [had.get(coder), group.members.get(coder)];
      if (!asked.has(coder) && (now !== undefined || hasFinished(coder))) return false;
      if (before === undefined || now === undefined)
        return before === undefined && now === undefined;
      return (
        before.annotationId === now.id &&
        before.modifiedAt === now.modifiedAt &&
        before.relationIds.join(' ') === linksFrom(project, now.id).join(' ')
      );
    })
  );
}

function linksFrom({ relations }: Project, id: AnnotationId): readonly RelationId[] {
  return relationIndex(relations)
    .at(id)
    .flatMap((relation) => (relation.fromId === id ? [relation.id] : []));
}

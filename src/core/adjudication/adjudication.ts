import type { Annotation } from '../annotation/annotation';
import { annotationsByCoder } from '../annotation/by-coder';
import { relationIndex } from '../annotation/relation';
import type { Compared } from '../comparison/compared-work';
import { findGroups, type ComparedGroup } from '../comparison/differences';
import { progressOf } from '../document/progress';
import type { ReadingMark } from '../document/reading-mark';
import type { AnnotationId, CoderId, DocumentId, RelationId } from '../ids';
import { annotationsOf, findIn, marksOf, verdictsOf, type Project } from '../project/project';
import { GOLD_CODER } from '../verdict/gold-coder';
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

/**
 * The same for groups that were found before, on all of these documents. Called at each verdict: what it takes grows with
 * the verdicts, not with the passages or their annotations, and what is as it was stays the same object.
 */
export function withVerdicts(
  project: Project,
  groups: readonly ComparedGroup[],
  documentIds: readonly DocumentId[],
): Adjudication {
  const verdicts = documentIds.flatMap((id) => verdictsOf(project, id));
  const placed = placedGroups(groups);
  const decided = new Map<number, Verdict[]>();
  for (const verdict of verdicts) {
    for (const place of placed.of(verdict)) {
      const here = decided.get(place);
      if (here === undefined) decided.set(place, [verdict]);
      else here.push(verdict);
    }
  }
  const judged = [...placed.open];
  for (const [place, given] of decided) {
    const group = groups[place];
    if (group !== undefined) judged[place] = judge(project, group, given);
  }
  const spoken = new Set(verdicts.flatMap(({ goldIds }) => goldIds));
  return {
    groups: judged,
    added: verdicts.filter(({ members, link }) => members.length === 0 && link === undefined),
    links: verdicts.filter(({ link }) => link !== undefined),
    lost: verdicts.filter(
      (verdict) =>
        verdict.members.length > 0 &&
        placed.of(verdict).length === 0 &&
        verdict.members.every(
          ({ annotationId }) => findIn(project, verdict.documentId, annotationId) === undefined,
        ),
    ),
    stray: documentIds.flatMap((id) =>
      (annotationsByCoder(annotationsOf(project, id)).get(GOLD_CODER) ?? []).filter(
        (one) => !spoken.has(one.id),
      ),
    ),
  };
}

/** Groups as they are while nobody decided, and where among them a verdict belongs. */
interface PlacedGroups {
  readonly open: readonly AdjudicatedGroup[];
  readonly of: (verdict: Verdict) => readonly number[];
}

const placed = new WeakMap<readonly ComparedGroup[], PlacedGroups>();

/** Walks over the groups once for all verdicts on them. */
function placedGroups(groups: readonly ComparedGroup[]): PlacedGroups {
  const known = placed.get(groups);
  if (known !== undefined) return known;
  const places = new Map<AnnotationId, number>();
  for (const [place, { members }] of groups.entries()) {
    for (const { id } of members.values()) places.set(id, place);
  }
  const ofVerdict = new WeakMap<Verdict, readonly number[]>();
  const made: PlacedGroups = {
    open: groups.map(openGroup),
    of: (verdict) => {
      const before = ofVerdict.get(verdict);
      if (before !== undefined) return before;
      const found = new Set(
        verdict.members.flatMap(({ annotationId }) => places.get(annotationId) ?? []),
      );
      ofVerdict.set(verdict, [...found]);
      return [...found];
    },
  };
  placed.set(groups, made);
  return made;
}

const NO_VERDICTS: readonly Verdict[] = [];
const open = new WeakMap<ComparedGroup, AdjudicatedGroup>();

/** The same object as long as nobody decided, so that a verdict changes its passage and no other. */
function openGroup(group: ComparedGroup): AdjudicatedGroup {
  const known = open.get(group);
  if (known !== undefined) return known;
  const made: AdjudicatedGroup = { ...group, verdicts: NO_VERDICTS, state: 'open' };
  open.set(group, made);
  return made;
}

const decidedLately = new WeakMap<ComparedGroup, AdjudicatedGroup>();

/** The same object as long as the same was decided and it fits as it did. */
function judge(
  project: Project,
  group: ComparedGroup,
  verdicts: readonly Verdict[],
): AdjudicatedGroup {
  const state = stateOf(project, group, verdicts);
  const before = decidedLately.get(group);
  const isSame =
    before?.state === state &&
    before.verdicts.length === verdicts.length &&
    before.verdicts.every((one, at) => one === verdicts[at]);
  if (isSame) return before;
  const made: AdjudicatedGroup = { ...group, verdicts, state };
  decidedLately.set(group, made);
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

function stateOf(project: Project, group: ComparedGroup, verdicts: readonly Verdict[]): GroupState {
  const [verdict, ...others] = verdicts;
  if (verdict === undefined) return 'open';
  // Who accepts what others accepted says the same.
  const isSame = (one: Verdict): boolean =>
    one.outcome === 'agreed' && one.goldIds.join(' ') === verdict.goldIds.join(' ');
  if (others.length > 0 && ![verdict, ...others].every(isSame)) return 'disputed';
  return fits(project, group, verdict) ? 'settled' : 'changed';
}

/** True if the gold set has what the verdict made, and its coders have here what they had. */
function fits(project: Project, group: ComparedGroup, verdict: Verdict): boolean {
  const isMade = verdict.goldIds.every((id) => findIn(project, verdict.documentId, id));
  return isMade && isAsItWas(project, group, verdict);
}

interface Looked {
  readonly verdict: Verdict;
  readonly relations: Project['relations'];
  readonly marks: readonly ReadingMark[];
  readonly isSame: boolean;
}

const looked = new WeakMap<ComparedGroup, Looked>();

/** Looked at anew only when links or marks are others: the annotations of a group never are. */
function isAsItWas(project: Project, group: ComparedGroup, verdict: Verdict): boolean {
  const { relations } = project;
  const marks = marksOf(project, verdict.documentId);
  const known = looked.get(group);
  if (known?.verdict === verdict && known.relations === relations && known.marks === marks) {
    return known.isSame;
  }
  const isSame = haveWhatTheyHad(project, group, verdict);
  looked.set(group, { verdict, relations, marks, isSame });
  return isSame;
}

/**
 * True if each of those who are compared has here what they had when the verdict was given. Whoever is not among those
 * compared is not looked at; nor is who began to code the document since, until there is something of theirs here or they
 * have finished it.
 */
function haveWhatTheyHad(project: Project, group: ComparedGroup, verdict: Verdict): boolean {
  const asked = new Set<CoderId>(verdict.coders);
  const had = new Map(verdict.members.map((member) => [member.coderId, member]));
  const marks = marksOf(project, verdict.documentId);
  const hasFinished = (coder: CoderId): boolean => progressOf(marks, coder).document !== undefined;
  return [...group.document.coders.keys()].every((coder) => {
    const [before, now] = [had.get(coder), group.members.get(coder)];
    if (!asked.has(coder) && (now !== undefined || hasFinished(coder))) return false;
    if (before === undefined || now === undefined) return before === undefined && now === undefined;
    return (
      before.annotationId === now.id &&
      before.modifiedAt === now.modifiedAt &&
      before.relationIds.join(' ') === linksFrom(project, now.id).join(' ')
    );
  });
}

function linksFrom({ relations }: Project, id: AnnotationId): readonly RelationId[] {
  return relationIndex(relations)
    .at(id)
    .flatMap((relation) => (relation.fromId === id ? [relation.id] : []));
}

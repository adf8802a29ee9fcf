import { relationIndex } from '../annotation/relation';
import type { AnnotationId, CoderId } from '../ids';
import type { Project } from '../project/project';
import { createFault, fail, ok, type Result } from '../result';
import { leaderOf } from './align';
import type { ComparedGroup } from './differences';

/** How far coders drew the same links of one kind. */
export interface LinkAgreement {
  readonly kindId: string;
  /** All coders' links of this kind that begin and end in what is compared. */
  readonly links: number;
  /** Pairwise F1 of all links: a link whose end the other coder did not annotate has no partner. */
  readonly f1: Result<number>;
  /** The same of the links between passages that both coders of a pair annotated. */
  readonly f1OnSharedPassages: Result<number>;
  readonly linksOnSharedPassages: number;
}

interface Link {
  readonly from: ComparedGroup;
  readonly to: ComparedGroup;
  /** Kind and both passages: equal for links that say the same. */
  readonly key: string;
}

/**
 * Two links are the same if they are of one kind and join the same aligned passages in the same direction. F1 of a pair is
 * `2 m / (a + b)`; the figure is the mean over pairs that have any link. Coders are compared on documents both coded. Kinds
 * that say the same as an attribute are left out: that fact may be told either way and is compared as the attribute.
 */
export function linkAgreement(
  project: Project,
  coders: readonly CoderId[],
  groups: readonly ComparedGroup[],
): readonly LinkAgreement[] {
  const links = coders.map((coder) => linksOf(project, coder, groups));
  const kinds = project.codebook.relationKinds.filter(({ attribute }) => attribute === undefined);
  return kinds.map(({ id }) => {
    const ofKind = links.map((own) => own.get(id) ?? []);
    const both = (first: CoderId, second: CoderId) => (link: Link) =>
      [link.from, link.to].every(({ document }) => hasBoth(document.coders, first, second));
    const shared = (first: CoderId, second: CoderId) => (link: Link) =>
      [link.from, link.to].every(({ members }) => hasBoth(members, first, second));
    const all = compareLinks(coders, ofKind, both);
    const onShared = compareLinks(coders, ofKind, shared);
    return {
      kindId: id,
      links: ofKind.flat().length,
      f1: all.f1,
      f1OnSharedPassages: onShared.f1,
      linksOnSharedPassages: onShared.links,
    };
  });
}

function compareLinks(
  coders: readonly CoderId[],
  links: readonly (readonly Link[])[],
  counts: (first: CoderId, second: CoderId) => (link: Link) => boolean,
): { readonly f1: Result<number>; readonly links: number } {
  const seen = new Set<Link>();
  const shares: number[] = [];
  for (const [index, first] of coders.entries()) {
    for (const [later, second] of coders.entries()) {
      if (later <= index) continue;
      const pick = counts(first, second);
      const [one, other] = [links[index]?.filter(pick) ?? [], links[later]?.filter(pick) ?? []];
      for (const link of [...one, ...other]) seen.add(link);
      const total = one.length + other.length;
      const keys = new Set(other.map(({ key }) => key));
      const matched = one.filter(({ key }) => keys.has(key)).length;
      if (total > 0) shares.push((2 * matched) / total);
    }
  }
  if (shares.length === 0) {
    return { f1: fail(createFault('agreement.undefined.noLinks')), links: 0 };
  }
  return { f1: ok(shares.reduce((sum, one) => sum + one, 0) / shares.length), links: seen.size };
}

/** One coder's links by kind, each once however often it was drawn. */
function linksOf(
  { relations }: Project,
  coder: CoderId,
  groups: readonly ComparedGroup[],
): ReadonlyMap<string, readonly Link[]> {
  const own = new Map<AnnotationId, ComparedGroup>();
  for (const group of groups) {
    const annotation = group.members.get(coder);
    if (annotation !== undefined) own.set(annotation.id, group);
  }
  const byKind = new Map<string, Map<string, Link>>();
  for (const [id, from] of own) {
    for (const { kindId, fromId, toId } of relationIndex(relations).at(id)) {
      const to = own.get(toId);
      if (fromId !== id || to === undefined) continue;
      const key = `${leaderOf(from).id} ${leaderOf(to).id}`;
      byKind.set(
        kindId,
        (byKind.get(kindId) ?? new Map<string, Link>()).set(key, { from, to, key }),
      );
    }
  }
  return new Map([...byKind].map(([kind, links]) => [kind, [...links.values()]]));
}

function hasBoth(there: ReadonlyMap<CoderId, unknown>, first: CoderId, second: CoderId): boolean {
  return there.has(first) && there.has(second);
}

import { actorProfile } from '../../core/project/actor-profile';
import type { Project } from '../../core/project/project';
import { foldLabel, registerIndex, type Actor, type ActorKind } from '../../core/register/actor';
import { registerFinder } from '../../core/suggest/register-finder';

export type RegisterSort = 'name' | 'mentions' | 'parent';

export interface RegisterView {
  readonly query: string;
  readonly kind: ActorKind | 'all';
  readonly sort: RegisterSort;
}

/** An entry as the list shows it. */
export interface RegisterRow {
  readonly actor: Actor;
  readonly mentions: number;
  /** How deep it stands below others; 0 unless the order is that of parents. */
  readonly depth: number;
  /** The alias that fits what is searched better than the label. */
  readonly alias?: string;
}

/**
 * The entries of the register that stand, in the order wished. A search gives the best first, whatever the order: names
 * and aliases as in type-ahead, then notes that hold the words.
 */
export function arrangeRegister(project: Project, view: RegisterView): readonly RegisterRow[] {
  const mentions = (actor: Actor): number => actorProfile(project, actor.id).mentions;
  const toRow = (actor: Actor): RegisterRow => ({ actor, mentions: mentions(actor), depth: 0 });
  const isKind = ({ kind }: Actor): boolean => view.kind === 'all' || kind === view.kind;
  if (view.query.trim() !== '') {
    return search(project.actors, view.query).flatMap(({ actor, alias }) =>
      isKind(actor) ? [{ ...toRow(actor), ...(alias !== undefined && { alias }) }] : [],
    );
  }
  const { byName } = registerFinder(project.actors);
  if (view.sort === 'parent' && view.kind === 'all') {
    return belowParents(project.actors, byName).map((row) => ({ ...toRow(row.actor), ...row }));
  }
  const rows = byName.filter(isKind).map(toRow);
  return view.sort === 'mentions' ? rows.toSorted((a, b) => b.mentions - a.mentions) : rows;
}

interface Found {
  readonly actor: Actor;
  readonly alias?: string;
}

function search(actors: readonly Actor[], query: string): readonly Found[] {
  const { byName, find } = registerFinder(actors);
  const named = find(query, byName.length).map(({ item, alias }): Found => ({
    actor: item,
    ...(alias !== undefined && { alias }),
  }));
  const known = new Set(named.map(({ actor }) => actor.id));
  const words = foldLabel(query);
  const noted = byName.filter(
    ({ id, note }) => note !== '' && !known.has(id) && foldLabel(note).includes(words),
  );
  return [...named, ...noted.map((actor) => ({ actor }))];
}

/** The first entries for what was typed, best first, without one entry and what must not be chosen. */
export function offerActors(
  project: Project,
  query: string,
  most: number,
  isOffered: (actor: Actor) => boolean,
): readonly Found[] {
  const { byName, find } = registerFinder(project.actors);
  return find(query, byName.length)
    .map(({ item, alias }): Found => ({ actor: item, ...(alias !== undefined && { alias }) }))
    .filter(({ actor }) => isOffered(actor))
    .slice(0, most);
}

function belowParents(
  actors: readonly Actor[],
  byName: readonly Actor[],
): readonly { readonly actor: Actor; readonly depth: number }[] {
  const register = registerIndex(actors);
  const children = new Map<string | undefined, Actor[]>();
  for (const actor of byName) {
    const parent = actor.parentId === undefined ? undefined : register.resolve(actor.parentId);
    const key = parent?.id === actor.id ? undefined : parent?.id;
    const here = children.get(key);
    if (here === undefined) children.set(key, [actor]);
    else here.push(actor);
  }
  const rows: { actor: Actor; depth: number }[] = [];
  const add = (key: string | undefined, depth: number): void => {
    for (const actor of children.get(key) ?? []) {
      rows.push({ actor, depth });
      add(actor.id, depth + 1);
    }
  };
  add(undefined, 0);
  return rows;
}

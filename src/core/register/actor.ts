import type { ActorId } from '../ids';

/** Kinds of actors, after discourse network analysis and political claims analysis. */
export const ACTOR_KINDS = [
  'author',
  'state',
  'government-body',
  'office',
  'person',
  'armed-forces',
  'armed-group',
  'organisation',
  'international-organisation',
  'group-of-states',
  'expert',
  'private-persons',
  'unspecified',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** A canonical entity of the register. An alias is a suggestion, never a blind mapping. */
export interface Actor {
  readonly id: ActorId;
  readonly label: string;
  readonly kind: ActorKind;
  readonly parentId?: ActorId;
  readonly aliases: readonly string[];
  /** Plain words about who is meant; empty when there are none. Dated prose is a memo. */
  readonly note: string;
  /** The entry that stands for this one since the two were merged. */
  readonly mergedInto?: ActorId;
}

/** The register, ready to be asked; made once for each state of it. */
export interface RegisterIndex {
  find(id: string): Actor | undefined;
  /** The entry that stands for an id: the end of its merges; undefined for an unknown id. */
  resolve(id: string): Actor | undefined;
  /** The entry that is not merged away and has this label, whatever its case and accents' encoding. */
  labelled(label: string): Actor | undefined;
  /** The entries that are not merged away, in the register's order. */
  readonly standing: readonly Actor[];
}

const indexes = new WeakMap<readonly Actor[], RegisterIndex>();

export function registerIndex(actors: readonly Actor[]): RegisterIndex {
  const known = indexes.get(actors);
  if (known !== undefined) return known;
  const ids = new Map<string, Actor>(actors.map((actor) => [actor.id, actor]));
  const standing = actors.filter((actor) => actor.mergedInto === undefined);
  let labels: ReadonlyMap<string, Actor> | undefined;
  const index: RegisterIndex = {
    find: (id) => ids.get(id),
    resolve: (id) => followMerges(ids, id),
    labelled: (label) => {
      labels ??= new Map(standing.map((actor) => [foldedLabel(actor), actor]));
      return labels.get(foldLabel(label));
    },
    standing,
  };
  indexes.set(actors, index);
  return index;
}

const folded = new WeakMap<Actor, string>();

/** Kept by entry, as most entries stand in the next state of the register too. */
function foldedLabel(actor: Actor): string {
  const known = folded.get(actor);
  if (known !== undefined) return known;
  const label = foldLabel(actor.label);
  folded.set(actor, label);
  return label;
}

/** Labels that fold to the same text are taken for one. */
export function foldLabel(label: string): string {
  return label.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function followMerges(ids: ReadonlyMap<string, Actor>, id: string): Actor | undefined {
  let actor = ids.get(id);
  for (let steps = 0; actor?.mergedInto !== undefined && steps <= ids.size; steps += 1) {
    actor = ids.get(actor.mergedInto);
  }
  return actor;
}

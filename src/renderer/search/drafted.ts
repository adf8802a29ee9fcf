import type { AttributeDefinition } from '../../core/codebook/codebook';
import type { ActorId } from '../../core/ids';
import type { Command } from '../../core/project/command';
import type { Project } from '../../core/project/project';
import { registerIndex, type Actor, type ActorKind } from '../../core/register/actor';
import { searchStore, type Drafted } from './search-state';

/*
 * New actors and values of lists that the form names: they come into the project with the annotations, in the same step,
 * and not before. They are kept after it, so that one who undoes it can do it again.
 */

/** Keeps a new entry of the register, or a new value of the attribute's list; gives what to store. */
export function draftValue(
  definition: AttributeDefinition,
  name: string,
  kind: ActorKind | undefined,
): string {
  const { drafted } = searchStore.getState();
  if (definition.type === 'actors') {
    const id = crypto.randomUUID() as ActorId;
    const actor: Actor = { id, label: name, kind: kind ?? 'unspecified', aliases: [], note: '' };
    searchStore.setState({ drafted: { ...drafted, actors: [...drafted.actors, actor] } });
    return id;
  }
  if (definition.type === 'list') {
    const values = [...drafted.values, { listId: definition.list, value: name }];
    searchStore.setState({ drafted: { ...drafted, values } });
  }
  return name;
}

/** The project as it would be with them, for offers and labels. */
export function withDrafted(project: Project, { actors, values }: Drafted): Project {
  const lists = project.codebook.lists.map((list) => ({
    ...list,
    values: [...list.values, ...valuesFor(list, values)],
  }));
  return {
    ...project,
    actors: [...project.actors, ...newActors(project, actors)],
    codebook: { ...project.codebook, lists },
  };
}

/** What puts those into the project that the attributes still name. */
export function commandsFor(
  project: Project,
  { actors, values }: Drafted,
  attributes: Readonly<Record<string, unknown>>,
): readonly Command[] {
  const named = new Set(Object.values(attributes).flat());
  const added = newActors(project, actors).filter(({ id }) => named.has(id));
  const wanted = values.filter(({ value }) => named.has(value));
  return [
    ...added.map((actor, i): Command => {
      return { kind: 'actor.add', actor, index: project.actors.length + i };
    }),
    ...project.codebook.lists.flatMap((list): readonly Command[] => {
      const grown = valuesFor(list, wanted);
      if (grown.length === 0) return [];
      return [{ kind: 'list.replace', list: { ...list, values: [...list.values, ...grown] } }];
    }),
  ];
}

function newActors(project: Project, actors: readonly Actor[]): readonly Actor[] {
  const register = registerIndex(project.actors);
  return actors.filter(({ id }) => register.find(id) === undefined);
}

type List = Project['codebook']['lists'][number];

function valuesFor(list: List, values: Drafted['values']): readonly string[] {
  const own = values.filter(({ listId }) => listId === list.id).map(({ value }) => value);
  return [...new Set(own)].filter((value) => !list.values.includes(value));
}

import type { AttributeDefinition } from '../../core/codebook/codebook';
import type { ActorId } from '../../core/ids';
import type { Project } from '../../core/project/project';
import type { ActorKind } from '../../core/register/actor';
import { perform } from '../state/project-actions';

/** Makes a new entry of the register, or a new value of the attribute's list, a step of its own; gives what to store. */
export function createValue(
  project: Project,
  definition: AttributeDefinition,
  name: string,
  kind: ActorKind | undefined,
): string {
  if (definition.type === 'actors') {
    const id = crypto.randomUUID() as ActorId;
    const actor = { id, label: name, kind: kind ?? 'unspecified', aliases: [], note: '' } as const;
    void perform({ kind: 'actor.add', actor, index: project.actors.length });
    return id;
  }
  const list =
    definition.type === 'list'
      ? project.codebook.lists.find(({ id }) => id === definition.list)
      : undefined;
  if (list !== undefined) {
    void perform({ kind: 'list.replace', list: { ...list, values: [...list.values, name] } });
  }
  return name;
}

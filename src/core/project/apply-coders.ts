import { createFault, fail, ok, type Result } from '../result';
import { checkName } from '../text/label';
import { clamp } from '../text/span';
import { refuseTaken, type Applied } from './applied';
import type { CoderCommand } from './command';
import { findCoder, type Coder, type Project } from './project';

export function applyToCoders(project: Project, command: CoderCommand): Result<Applied> {
  if (command.kind === 'coder.add') {
    const { coder } = command;
    if (findCoder(project, coder.id) !== undefined) return refuseTaken(coder.id);
    const fault = checkName(coder.name);
    if (fault !== undefined) return fail(fault);
    const index = clamp(command.index, 0, project.coders.length);
    return ok({
      project: { ...project, coders: project.coders.toSpliced(index, 0, coder) },
      inverse: { kind: 'coder.remove', coderId: coder.id },
    });
  }
  const index = project.coders.findIndex((coder) => coder.id === command.coderId);
  const coder = project.coders[index];
  if (coder === undefined)
    return fail(createFault('fault.command.unknownCoder', { id: command.coderId }));
  if (command.kind === 'coder.remove') {
    if (hasDone(project, coder)) {
      return fail(createFault('fault.command.coderInUse', { name: coder.name }));
    }
    return ok({
      project: { ...project, coders: project.coders.toSpliced(index, 1) },
      inverse: { kind: 'coder.add', coder, index },
    });
  }
  const { id, ...before } = coder;
  const isRenamed = command.kind === 'coder.rename';
  const description = isRenamed ? { ...before, name: command.name } : command.description;
  const fault = checkName(description.name);
  if (fault !== undefined) return fail(fault);
  return ok({
    project: { ...project, coders: project.coders.with(index, { id, ...description }) },
    inverse: isRenamed
      ? { kind: 'coder.rename', coderId: id, name: coder.name }
      : { kind: 'coder.describe', coderId: id, description: before },
  });
}

/**
 * True for who made, marked, settled or decided anything in a project. A coder's relations stand between annotations of the
 * same coder, so those tell of them too.
 */
export function hasDone(project: Project, { id }: Pick<Coder, 'id'>): boolean {
  const sets = [
    ...project.annotations.values(),
    ...project.marks.values(),
    ...project.verdicts.values(),
    project.memos,
    project.team,
  ];
  return sets.some((set) => set.some((one) => one.coderId === id));
}

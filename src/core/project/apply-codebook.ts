import type { Annotation } from '../annotation/annotation';
import { checkAttributeValue, type ValueSurroundings } from '../codebook/attribute-value';
import { findCodebookFaults } from '../codebook/check-codebook';
import {
  findAttribute,
  findCode,
  type Code,
  type Codebook,
  type ProjectList,
} from '../codebook/codebook';
import { createFault, fail, ok, type Fault, type Result } from '../result';
import { clamp } from '../text/span';
import type { Applied } from './applied';
import { checkEnds } from './check-relation';
import type { CodebookCommand, Command } from './command';
import { valueSurroundings } from './effective';
import type { Project } from './project';

export function applyToCodebook(project: Project, command: CodebookCommand): Result<Applied> {
  const { codebook } = project;
  if (command.kind === 'codebook.replace') {
    const fault = checkUses(project, command.codebook) ?? findCodebookFaults(command.codebook)[0];
    if (fault !== undefined) return fail(fault);
    return ok({
      project: { ...project, codebook: command.codebook },
      inverse: { kind: 'codebook.replace', codebook },
    });
  }
  if (command.kind === 'list.add') return addList(project, command.list, command.index);
  const listId = command.kind === 'list.remove' ? command.listId : command.list.id;
  const index = codebook.lists.findIndex((list) => list.id === listId);
  const before = codebook.lists[index];
  if (before === undefined) {
    return fail(createFault('fault.codebook.unknownList', { id: listId }));
  }
  if (command.kind === 'list.remove') {
    const next = { ...codebook, lists: codebook.lists.toSpliced(index, 1) };
    return changeLists(project, next, { kind: 'list.add', list: before, index });
  }
  const next = { ...codebook, lists: codebook.lists.with(index, command.list) };
  const isLonger = before.values.every((value, i) => command.list.values[i] === value);
  const fault = findCodebookFaults(next)[0] ?? (isLonger ? undefined : checkUses(project, next));
  if (fault !== undefined) return fail(fault);
  return ok({
    project: { ...project, codebook: next },
    inverse: { kind: 'list.replace', list: before },
  });
}

function addList(project: Project, list: ProjectList, index: number): Result<Applied> {
  const { codebook } = project;
  const at = clamp(index, 0, codebook.lists.length);
  const next = { ...codebook, lists: codebook.lists.toSpliced(at, 0, list) };
  return changeLists(project, next, { kind: 'list.remove', listId: list.id });
}

function changeLists(project: Project, codebook: Codebook, inverse: Command): Result<Applied> {
  const [fault] = findCodebookFaults(codebook);
  return fault === undefined ? ok({ project: { ...project, codebook }, inverse }) : fail(fault);
}

/**
 * Why the project's work does not fit another codebook: a code that is used and gone, a value or part that fitted and
 * would no longer fit, a relation whose kind would not join its ends. What did not fit before is let be.
 */
function checkUses(project: Project, next: Codebook): Fault | undefined {
  const after: Project = { ...project, codebook: next };
  const checks = new Map<string, (annotation: Annotation) => Fault | undefined>();
  const checkFor = (id: Annotation['codeId']): ((annotation: Annotation) => Fault | undefined) => {
    let check = checks.get(id);
    if (check === undefined) {
      check = createCheck(project, after, findCode(project.codebook, id), findCode(next, id));
      checks.set(id, check);
    }
    return check;
  };
  for (const set of project.annotations.values()) {
    for (const annotation of set) {
      const fault = checkFor(annotation.codeId)(annotation);
      if (fault !== undefined) return fault;
    }
  }
  for (const relations of project.relations.values()) {
    for (const relation of relations) {
      const fault = checkEnds(after, relation);
      if (fault !== undefined) return fault;
    }
  }
  return checkSubjects(project, next);
}

function createCheck(
  project: Project,
  after: Project,
  before: Code | undefined,
  code: Code | undefined,
): (annotation: Annotation) => Fault | undefined {
  if (code === undefined) return ({ codeId: id }) => createFault('fault.command.codeInUse', { id });
  const isSame =
    before?.attributes === code.attributes &&
    before.parts === code.parts &&
    project.codebook.lists === after.codebook.lists;
  if (isSame) return () => undefined;
  const [old, now] = [valueSurroundings(project), valueSurroundings(after)];
  return (annotation) =>
    checkValues(annotation, [before, old], [code, now]) ?? checkPartNames(annotation, before, code);
}

type Side = readonly [code: Code | undefined, around: ValueSurroundings];

function checkValues(annotation: Annotation, before: Side, after: Side): Fault | undefined {
  for (const [id, value] of Object.entries(annotation.attributes)) {
    const fits = ([code, around]: Side): boolean => {
      const definition = findAttribute(code, id);
      return definition !== undefined && !checkAttributeValue(definition, value, around);
    };
    if (fits(after) || !fits(before)) continue;
    return createFault('fault.codebook.valueInUse', {
      attribute: findAttribute(before[0], id)?.name ?? id,
      value: typeof value === 'object' ? value.join(', ') : String(value),
    });
  }
  return undefined;
}

function checkPartNames(
  annotation: Annotation,
  before: Code | undefined,
  after: Code,
): Fault | undefined {
  const had = new Set(before?.parts.map((part) => part.name));
  const has = new Set(after.parts.map((part) => part.name));
  const lost = annotation.parts.find(({ name }) => had.has(name) && !has.has(name));
  return lost && createFault('fault.codebook.partInUse', { name: lost.name });
}

/** Marks and memos speak of codes too. */
function checkSubjects(project: Project, next: Codebook): Fault | undefined {
  const marked = [...project.marks.values()].flat().flatMap((mark) => mark.codeId ?? []);
  const memoed = project.memos.flatMap(({ about }) => (about.kind === 'code' ? [about.id] : []));
  const id = [...marked, ...memoed].find((one) => findCode(next, one) === undefined);
  return id === undefined ? undefined : createFault('fault.command.codeInUse', { id });
}

import { findCodebookFaults } from '../../src/core/codebook/check-codebook';
import { findCode } from '../../src/core/codebook/codebook';
import { checkAnnotation } from '../../src/core/project/check';
import { checkEnds } from '../../src/core/project/check-relation';
import { strayAttributes } from '../../src/core/project/effective';
import {
  findCoder,
  findDocument,
  type Project,
  type TextSource,
} from '../../src/core/project/project';
import { allAnnotations, allRelations } from '../../src/core/project/uses';
import { foldLabel, registerIndex } from '../../src/core/register/actor';

/** Every sentence that is false of a project; the rules of the domain, said anew and dumbly. */
export function falsehoods(project: Project, textOf: TextSource): string[] {
  const found: string[] = [];
  const unless = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  for (const annotation of allAnnotations(project)) {
    const { id } = annotation;
    const fault = checkAnnotation(project, annotation, textOf);
    unless(fault === undefined, `${id} fits its text: ${fault?.text ?? ''}`);
    unless(strayAttributes(project, annotation).length === 0, `${id} has only defined attributes`);
    const parts = findCode(project.codebook, annotation.codeId)?.parts.map((part) => part.name);
    unless(
      annotation.parts.every((part) => parts?.includes(part.name) === true),
      `${id} has only defined parts`,
    );
  }
  const links = new Set<string>();
  for (const relation of allRelations(project)) {
    const fault = checkEnds(project, relation);
    unless(fault === undefined, `${relation.id} has both ends: ${fault?.text ?? ''}`);
    const link = [relation.kindId, relation.fromId, relation.toId].join(' ');
    unless(!links.has(link), `${link} is said once`);
    links.add(link);
  }
  unless(
    [...project.relations.values()].flat().length === allRelations(project).length,
    'relations begin in documents of the corpus',
  );
  const register = registerIndex(project.actors);
  const labels = register.standing.map((actor) => foldLabel(actor.label));
  unless(new Set(labels).size === labels.length, 'entries that stand have labels of their own');
  for (const { id, parentId, mergedInto } of project.actors) {
    for (const next of [parentId, mergedInto]) {
      unless(next === undefined || register.find(next) !== undefined, `${id} refers to an entry`);
    }
    unless(register.resolve(id)?.mergedInto === undefined, `${id} ends`);
  }
  for (const { about } of project.memos) {
    if (about.kind === 'actor')
      unless(register.find(about.id) !== undefined, 'memos are on entries');
    if (about.kind === 'code') {
      unless(findCode(project.codebook, about.id) !== undefined, 'memos are on codes');
    }
  }
  const verdicts = [...project.verdicts].flatMap(([documentId, all]) =>
    all.map((verdict) => ({ documentId, verdict })),
  );
  const verdictIds = verdicts.map(({ verdict }) => verdict.id);
  unless(new Set(verdictIds).size === verdictIds.length, 'each verdict is there once');
  for (const { documentId, verdict } of verdicts) {
    const { id, coderId, goldIds, outcome } = verdict;
    unless(verdict.documentId === documentId, `${id} lies with its document`);
    unless(findDocument(project, documentId) !== undefined, `${id} is on a document of the corpus`);
    unless(findCoder(project, coderId) !== undefined, `${id} is a coder's`);
    unless((outcome === 'none') === (goldIds.length === 0), `${id} made what it says`);
  }
  found.push(...findCodebookFaults(project.codebook).map((fault) => fault.text));
  return found;
}

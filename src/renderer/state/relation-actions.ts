import { verdictsOnLink } from '../../core/adjudication/plan-link';
import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import type { Relation } from '../../core/annotation/relation';
import { codeName, currentRevision, findRelationKind } from '../../core/codebook/codebook';
import type { RelationId, Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Command } from '../../core/project/command';
import { endsOf, type LinkChoice } from '../../core/project/link-choice';
import { linkCommand } from '../../core/project/link-command';
import type { Project } from '../../core/project/project';
import { isGold } from '../../core/verdict/gold-coder';
import { addLink, reopen } from './adjudication-actions';
import { store } from './app-state';
import { perform, undo } from './project-actions';
import { showToast } from './toasts';

/**
 * Links two annotations of the coder at this computer; a link that is there already is refused in words. Two of the gold
 * set are linked by a verdict.
 */
export function link(annotation: Annotation, other: Annotation, choice: LinkChoice): void {
  const { project } = store.getState();
  if (project === undefined) return;
  if (isGold(annotation.coderId) && choice.kind.attribute === undefined) {
    const [from, to] = choice.direction === 'from' ? [annotation, other] : [other, annotation];
    addLink({ kindId: choice.kind.id, from, to, takenFrom: [] });
    return;
  }
  const at = now();
  const relation: Relation = {
    id: crypto.randomUUID() as RelationId,
    coderId: annotation.coderId,
    kindId: choice.kind.id,
    ...endsOf(choice, annotation, other),
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: currentRevision(project.codebook),
  };
  const command = linkCommand(project, { kind: 'relation.add', relation }, at);
  const end = describeEnd(project, other);
  void performWithUndo(command, t('relations.linked', { kind: choice.kind.name, end }));
}

export function unlink(relation: Relation): void {
  const { project } = store.getState();
  const verdicts = project === undefined ? [] : verdictsOnLink(project, relation.id);
  if (verdicts.length > 0) {
    reopen(verdicts, 1);
    return;
  }
  const kind = kindName(relation.kindId);
  const command = { kind: 'relation.remove', relationId: relation.id } as const;
  void performWithUndo(command, t('relations.removed', { kind }));
}

export function changeKind(relation: Relation, kindId: string): void {
  const { project } = store.getState();
  if (project === undefined || relation.kindId === kindId) return;
  const at = now();
  const changed = {
    ...relation,
    kindId,
    modifiedAt: at,
    codebookRevision: currentRevision(project.codebook),
  };
  const command = linkCommand(project, { kind: 'relation.replace', relation: changed }, at);
  void performWithUndo(command, t('relations.changed', { kind: kindName(kindId) }));
}

export function writeRelationMemo(relation: Relation, memo: string): void {
  if (relation.memo === memo) return;
  const changed = { ...relation, memo, modifiedAt: now() };
  void perform({ kind: 'relation.replace', relation: changed });
}

/** How an end is named in words: code and the beginning of its quote. */
export function describeEnd(project: Project, end: Annotation): string {
  const quote = quoteOf(end);
  return t('relations.end', {
    code: codeName(project.codebook, end.codeId),
    quote: quote.length > 80 ? `${quote.slice(0, 80)}…` : quote,
  });
}

async function performWithUndo(command: Command, done: string): Promise<void> {
  if (!(await perform(command))) return;
  showToast(done, { label: t('window.undo'), run: () => void undo() });
}

function kindName(id: string): string {
  const codebook = store.getState().project?.codebook;
  return (codebook && findRelationKind(codebook, id)?.name) ?? id;
}

function now(): Timestamp {
  return new Date().toISOString() as Timestamp;
}

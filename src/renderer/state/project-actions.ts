import { sortAnnotations } from '../../core/annotation/sorted';
import { applyCommand } from '../../core/project/apply';
import type { Command } from '../../core/project/command';
import { checkPermission, findFinished } from '../../core/project/permission';
import { keepUnchanged } from '../../core/project/keep-unchanged';
import { findDocument, type Project } from '../../core/project/project';
import type { TeamAct } from '../../core/team/team-act';
import { createReopening } from '../../core/teamwork/reopen';
import type { AnnotationId, DocumentId, TeamActId, Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import type { Events, OpenProject, ProjectSnapshot } from '../../ipc/contract';
import { store } from './app-state';
import { openDocument } from './document-actions';
import { WHOLE_LIST } from './list-settings';
import { dropWaysBack, showFault, showProblem, showToast } from './toasts';
import { TEXT_VIEW } from './view';

let lastToken = 0;

/** Commands of ours that the main process has not answered yet, in their order. */
const unanswered = new Map<number, Command>();

/** Shows another project: its open document, or its first. */
export async function showProject(opened: OpenProject): Promise<void> {
  const project = readSnapshot(opened.snapshot);
  store.setState({
    project,
    fault: undefined,
    folder: opened.folder,
    coderId: opened.coderId,
    newcomer: opened.newcomer,
    history: opened.history,
    places: opened.places,
    serial: opened.serial,
    save: { kind: 'saved', serial: opened.serial },
    document: undefined,
    selectedId: undefined,
    asking: undefined,
    list: WHOLE_LIST,
    view: TEXT_VIEW,
    dialog: opened.notices.length > 0 ? { kind: 'notices', notices: opened.notices } : undefined,
  });
  const wanted = opened.openDocument;
  const first = (wanted && findDocument(project, wanted)?.id) ?? project.documents[0]?.id;
  if (first !== undefined) await openDocument(first);
}

function readSnapshot(json: string): Project {
  const snapshot = JSON.parse(json) as ProjectSnapshot;
  const annotations = snapshot.annotations.map(([id, set]) => [id, sortAnnotations(set)] as const);
  return {
    ...snapshot,
    annotations: new Map(annotations),
    relations: new Map(snapshot.relations),
    marks: new Map(snapshot.marks),
    verdicts: new Map(snapshot.verdicts),
  };
}

/**
 * The project, with the coder at this computer among its coders: what somebody does is done in a known name, while who only
 * looks leaves nothing behind. Asked before anything is planned that is to be done.
 */
export function projectOfMine(): Project | undefined {
  const { project, newcomer } = store.getState();
  if (project === undefined || newcomer === undefined) return project;
  store.setState({ newcomer: undefined });
  const { coders } = project;
  const isThere = coders.some(({ id }) => id === newcomer.id);
  if (!isThere) store.setState({ project: { ...project, coders: [...coders, newcomer] } });
  void window.postil.ask('coder.enter');
  return store.getState().project;
}

/** Paints a command at once and has the main process carry it out; a refusal is taken back and said. */
export async function perform(command: Command): Promise<boolean> {
  const project = projectOfMine();
  if (project === undefined) return false;
  if (isFrozen(project, command)) return false;
  const applied = applyCommand(project, command, textAtHand);
  if (!applied.ok) {
    showFault(applied.fault);
    return false;
  }
  dropWaysBack();
  lastToken += 1;
  const token = lastToken;
  unanswered.set(token, command);
  store.setState(({ pending }) => ({ project: applied.value.project, pending: pending + 1 }));
  const answer = await window.postil.ask('command.perform', command, token);
  unanswered.delete(token);
  store.setState(({ pending, serial }) => ({
    pending: pending - 1,
    serial: answer.ok ? Math.max(serial, answer.value.serial) : serial,
  }));
  if (!answer.ok) {
    showFault(answer.fault);
    await reload();
  }
  return answer.ok;
}

/** A change in a document that its coder has finished is said before it is painted, with the way to make it. */
function isFrozen(project: Project, command: Command): boolean {
  const { coderId } = store.getState();
  if (checkPermission(project, command, coderId)?.code !== 'fault.team.finished') return false;
  const documentId = findFinished(project, command, coderId);
  if (documentId === undefined) return false;
  const title = findDocument(project, documentId)?.title.value ?? documentId;
  showProblem(t('fault.team.finished', { title }), {
    label: t('team.reopen'),
    run: () => void reopenDocument(documentId),
  });
  return true;
}

/** Goes on with a document that was finished. */
async function reopenDocument(documentId: DocumentId): Promise<void> {
  const { coderId } = store.getState();
  const done = await perform(createReopening(documentId, coderId, createActHead()));
  if (done) showToast(t('marks.documentOpen'), { label: t('window.undo'), run: () => void undo() });
}

/** Identity and time of something that is settled now. */
export function createActHead(): Pick<TeamAct, 'id' | 'at'> {
  return {
    id: crypto.randomUUID() as string as TeamActId,
    at: new Date().toISOString() as Timestamp,
  };
}

export async function undo(): Promise<void> {
  const answer = await window.postil.ask('history.undo');
  if (!answer.ok) showToast(answer.fault.text);
  else if (answer.value.isMerge === true) showToast(t('pack.takenBack'));
}

export async function redo(): Promise<void> {
  const answer = await window.postil.ask('history.redo');
  if (!answer.ok) showToast(answer.fault.text);
}

/** Follows what the main process carried out: our own command (known already), or another's. */
export function followApplied(event: Events['project.applied']): void {
  const { project } = store.getState();
  store.setState(({ serial }) => ({
    history: event.history,
    serial: Math.max(serial, event.serial),
  }));
  if (event.token !== undefined || project === undefined) return;
  if (hasEntered(project, event.command)) return;
  const applied = applyCommand(project, event.command, textAtHand);
  if (!applied.ok) {
    void reload();
    return;
  }
  store.setState({ project: applied.value.project });
  keepDocumentOnPage();
  if (event.reason === 'perform') return;
  dropWaysBack();
  showTravelled(event);
}

/** True where the newcomer at this computer is among the coders already, as the window did not wait for main. */
function hasEntered({ coders }: Project, command: Command): boolean {
  return command.kind === 'coder.add' && coders.some(({ id }) => id === command.coder.id);
}

/** A document that undo took away cannot stay on the page, and an empty page takes the first one that comes. */
function keepDocumentOnPage(): void {
  const { project, document } = store.getState();
  if (project === undefined) return;
  if (document !== undefined && findDocument(project, document.id) !== undefined) return;
  if (document !== undefined) store.setState({ document: undefined, selectedId: undefined });
  const first = project.documents[0]?.id;
  if (first !== undefined) void openDocument(first);
}

/** After undo and redo: go to where it happened and say what it was. */
function showTravelled(event: Events['project.applied']): void {
  const { command, reason, name } = event;
  const place = placeOf(command);
  if (place !== undefined) void goTo(place.documentId, place.annotationId);
  if (reason === 'undo')
    showToast(t('window.undone', { name }), { label: t('window.redo'), run: () => void redo() });
  else showToast(t('window.redone', { name }), { label: t('window.undo'), run: () => void undo() });
}

function placeOf(
  command: Command,
): { documentId: DocumentId; annotationId: AnnotationId | undefined } | undefined {
  switch (command.kind) {
    case 'annotation.add':
    case 'annotation.replace':
      return { documentId: command.annotation.documentId, annotationId: command.annotation.id };
    case 'annotation.recode':
    case 'annotation.move':
    case 'annotation.memo':
    case 'annotation.attribute':
    case 'annotation.confidence':
    case 'annotation.parts':
    case 'annotation.confirm':
      return { documentId: command.documentId, annotationId: command.annotationId };
    case 'annotation.remove':
      return { documentId: command.documentId, annotationId: undefined };
    case 'relation.add':
    case 'relation.replace':
      return { documentId: command.relation.fromDocumentId, annotationId: command.relation.fromId };
    case 'batch':
      return command.purpose === 'coding'
        ? command.commands.map(placeOf).find((place) => place !== undefined)
        : undefined;
    default:
      return undefined;
  }
}

async function goTo(documentId: DocumentId, annotationId: AnnotationId | undefined): Promise<void> {
  if (store.getState().document?.id !== documentId) await openDocument(documentId);
  store.setState({ selectedId: annotationId, view: TEXT_VIEW });
}

/** Others' work came in, which the main process has already. */
export function followOutside(): void {
  void reload();
}

/**
 * Takes the main process's state as it is: after a refusal, after others' work, or when the two no longer fit. What was
 * done here since it was asked for comes on top: the main process carries it out after answering.
 */
async function reload(): Promise<void> {
  const askedAfter = lastToken;
  const answer = await window.postil.ask('project.reload');
  if (!answer.ok) {
    showFault(answer.fault);
    return;
  }
  // What is as it was stays the same objects, or everything that was made of them would be made anew.
  let project = keepUnchanged(store.getState().project, readSnapshot(answer.value.snapshot));
  for (const [token, command] of unanswered) {
    if (token <= askedAfter) continue;
    const applied = applyCommand(project, command, textAtHand);
    if (applied.ok) ({ project } = applied.value);
  }
  store.setState(({ serial }) => ({
    project,
    history: answer.value.history,
    serial: Math.max(serial, answer.value.serial),
    coderId: answer.value.coderId,
    newcomer: answer.value.newcomer,
  }));
  keepDocumentOnPage();
}

function textAtHand(id: DocumentId): string | undefined {
  const { document } = store.getState();
  return document?.id === id ? document.text : undefined;
}

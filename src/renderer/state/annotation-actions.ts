import type { Annotation } from '../../core/annotation/annotation';
import { relationIndex } from '../../core/annotation/relation';
import { currentRevision, findCode } from '../../core/codebook/codebook';
import type { AnnotationId, CodeId, Timestamp } from '../../core/ids';
import { t } from '../../core/messages/message';
import { mayEditGold } from '../../core/project/permission';
import { annotationsOf, type Project } from '../../core/project/project';
import { findLeftOut } from '../../core/project/left-out';
import { createSelector } from '../../core/text/quote';
import { spansEqual, type Span } from '../../core/text/span';
import { isGold } from '../../core/verdict/gold-coder';
import { annotationViewOf, type AnnotationView } from './annotation-view';
import { store, type AppState } from './app-state';
import { perform, undo } from './project-actions';
import { announce, showToast } from './toasts';
import { TEXT_VIEW } from './view';

const NOTHING = annotationViewOf([]);

/** The annotations of the document on the page. */
export function openAnnotations(state: AppState): AnnotationView {
  const { project, document } = state;
  if (project === undefined || document === undefined) return NOTHING;
  return annotationViewOf(annotationsOf(project, document.id));
}

/**
 * Codes a passage of the open document as the coder at this computer, and selects the new annotation. The same passage
 * is not given the same code twice: that one is selected instead, and it is said.
 */
export function annotate(span: Span, codeId: CodeId): void {
  const state = store.getState();
  const { project, document, coderId } = state;
  if (project === undefined || document === undefined) return;
  const twin = openAnnotations(state).sorted.find(
    (one) =>
      one.coderId === coderId &&
      one.codeId === codeId &&
      one.pieces.length === 1 &&
      spansEqual(one.pieces[0], span),
  );
  if (twin !== undefined) {
    selectAnnotation(twin.id);
    showToast(t('window.alreadyCoded', { code: nameOf(codeId) }));
    return;
  }
  const at = now();
  const annotation: Annotation = {
    id: crypto.randomUUID() as AnnotationId,
    documentId: document.id,
    coderId,
    codeId,
    pieces: [createSelector(document.text, span)],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: currentRevision(project.codebook),
  };
  void perform({ kind: 'annotation.add', annotation });
  selectAnnotation(annotation.id);
}

/** Selects an annotation of the open document, which shows its text; `undefined` selects none. */
export function selectAnnotation(id: AnnotationId | undefined): void {
  store.setState(id === undefined ? { selectedId: id } : { selectedId: id, view: TEXT_VIEW });
  const annotation = selectedAnnotation();
  if (annotation !== undefined) announce(describe(annotation));
}

export function selectedAnnotation(): Annotation | undefined {
  const state = store.getState();
  return openAnnotations(state).find(state.selectedId);
}

/** Asks nothing: Undo is beside the toast. */
export function deleteAnnotation(annotation: Annotation): void {
  if (isGold(annotation.coderId)) {
    showToast(t('fault.verdict.goldSet'));
    return;
  }
  if (!mayChange(annotation)) return;
  const { documentId, id, codeId } = annotation;
  const code = nameOf(codeId);
  const { project } = store.getState();
  const n = project === undefined ? 0 : relationIndex(project.relations).at(id).length;
  void perform({ kind: 'annotation.remove', documentId, annotationId: id }).then((done) => {
    if (!done) return;
    showToast(t('window.deleted', { code, n }), {
      label: t('window.undo'),
      run: () => void undo(),
    });
  });
  if (store.getState().selectedId === id) store.setState({ selectedId: undefined });
}

export function recode(annotation: Annotation, codeId: CodeId): void {
  if (annotation.codeId === codeId || !mayChange(annotation)) return;
  const { documentId, id } = annotation;
  const code = nameOf(codeId);
  const command = {
    kind: 'annotation.recode',
    documentId,
    annotationId: id,
    codeId,
    modifiedAt: now(),
  } as const;
  const before = store.getState().project;
  const performed = perform(command);
  const said = recodedText(code, before, store.getState().project, annotation);
  void performed.then((done) => {
    if (done) showToast(said, { label: t('window.undo'), run: () => void undo() });
  });
}

/** What was left behind is told at once, as there is no list of it afterwards. */
function recodedText(
  code: string,
  before: Project | undefined,
  after: Project | undefined,
  annotation: Annotation,
): string {
  const left = before && after && findLeftOut(before, after, annotation);
  const what = Object.entries(left ?? {}).flatMap(([kind, n]) =>
    n === 0 ? [] : [t(`coding.left.${kind as keyof NonNullable<typeof left>}`, { n })],
  );
  return what.length === 0
    ? t('window.recoded', { code })
    : t('coding.recodedWithout', { code, what: listOf.format(what) });
}

const listOf = new Intl.ListFormat('en');

/** Gives the annotation other outer ends; inner pieces stay as they are. */
export function moveAnnotation(annotation: Annotation, span: Span): void {
  const { document } = store.getState();
  if (document?.id !== annotation.documentId) return;
  const { pieces, documentId, id } = annotation;
  const last = pieces[pieces.length - 1] ?? pieces[0];
  const moved =
    pieces.length === 1
      ? ([createSelector(document.text, span)] as const)
      : ([
          createSelector(document.text, { start: span.start, end: pieces[0].end }),
          ...pieces.slice(1, -1),
          createSelector(document.text, { start: last.start, end: span.end }),
        ] as const);
  void perform({
    kind: 'annotation.move',
    documentId,
    annotationId: id,
    pieces: moved,
    modifiedAt: now(),
  });
}

export function writeMemo(annotation: Annotation, memo: string): void {
  if (annotation.memo === memo) return;
  const { documentId, id } = annotation;
  void perform({ kind: 'annotation.memo', documentId, annotationId: id, memo, modifiedAt: now() });
}

/** True for the annotations of the coder at this computer. */
export function isOwn(annotation: Annotation): boolean {
  return annotation.coderId === store.getState().coderId;
}

/** True for those, and for what this coder made for the gold set. */
export function mayEdit(annotation: Annotation): boolean {
  return mayEditIn(store.getState(), annotation);
}

export function mayEditIn({ project, coderId }: AppState, annotation: Annotation): boolean {
  if (annotation.coderId === coderId) return true;
  if (project === undefined || !isGold(annotation.coderId)) return false;
  const { documentId, id: annotationId } = annotation;
  return mayEditGold(project, { documentId, annotationId }, coderId);
}

/** The same, and says so when it is not. */
export function mayChange(annotation: Annotation): boolean {
  if (mayEdit(annotation)) return true;
  if (isGold(annotation.coderId)) {
    showToast(t('fault.verdict.goldSet'));
    return false;
  }
  const coders = store.getState().project?.coders;
  const name = coders?.find((coder) => coder.id === annotation.coderId)?.name;
  showToast(t('window.reader.notYours', { name: name ?? annotation.coderId }));
  return false;
}

/** How an annotation is named in words: code, place and the beginning of its quote. */
function describe(annotation: Annotation): string {
  const exact = annotation.pieces[0].exact;
  const quote = exact.length > 80 ? `${exact.slice(0, 80)}…` : exact;
  return t('window.annotation.described', { code: nameOf(annotation.codeId), quote });
}

function nameOf(codeId: CodeId): string {
  const codebook = store.getState().project?.codebook;
  return (codebook && findCode(codebook, codeId)?.name) ?? codeId;
}

export function now(): Timestamp {
  return new Date().toISOString() as Timestamp;
}

import { beforeEach, expect, test, vi } from 'vitest';
import type { AnnotationId, DocumentId, ProjectId } from '../../../src/core/ids';
import type { Project } from '../../../src/core/project/project';
import { store } from '../../../src/renderer/state/app-state';
import { openDocument } from '../../../src/renderer/state/document-actions';
import {
  backToText,
  canGoBack,
  canGoForward,
  followPlaces,
  goBack,
  goForward,
  goToAnnotation,
  showView,
} from '../../../src/renderer/state/view-actions';

const [A, B] = ['a', 'b'] as DocumentId[] as [DocumentId, DocumentId];
const [ONE, TWO] = ['1', '2'] as AnnotationId[] as [AnnotationId, AnnotationId];

let projects = 0;
followPlaces();

beforeEach(async () => {
  const ask = (name: string): Promise<unknown> =>
    Promise.resolve(name === 'document.text' ? { ok: true, value: 'Text.' } : undefined);
  vi.stubGlobal('window', { postil: { ask } });
  projects += 1;
  open([A, B]);
  await openDocument(A);
});

function open(ids: readonly DocumentId[]): void {
  const project = {
    id: `p${projects}` as ProjectId,
    documents: ids.map((id) => ({ id })),
  } as unknown as Project;
  store.setState({ project, document: undefined, selectedId: undefined });
}

function here(): string {
  const { view, document, selectedId } = store.getState();
  return [view.kind, document?.id, selectedId].filter((part) => part !== undefined).join(' ');
}

test('back and forward cross documents and pages, and find what was selected there', async () => {
  store.setState({ selectedId: ONE });
  await openDocument(B);
  showView({ kind: 'memos' });
  expect(here()).toBe('memos b');
  await goBack();
  expect(here()).toBe('text b');
  await goBack();
  expect(here()).toBe('text a 1');
  expect(canGoBack(store.getState())).toBe(false);
  await goForward();
  await goForward();
  expect(here()).toBe('memos b');
  expect(canGoForward(store.getState())).toBe(false);
});

test('steps pressed faster than a text arrives are all taken', async () => {
  await openDocument(B);
  showView({ kind: 'memos' });
  await Promise.all([goBack(), goBack()]);
  expect(here()).toBe('text a');
  await Promise.all([goForward(), goForward()]);
  expect(here()).toBe('memos b');
});

test('of two documents opened at once the last is shown, whichever text comes first', async () => {
  let arrive: (text: unknown) => void = () => undefined;
  const slow = new Promise((resolve) => {
    arrive = resolve;
  });
  const ask = (name: string, id: DocumentId): Promise<unknown> =>
    name === 'document.text' && id === B ? slow : Promise.resolve({ ok: true, value: 'Text.' });
  vi.stubGlobal('window', { postil: { ask } });
  store.setState({ document: undefined });
  const late = openDocument(B);
  await openDocument(A);
  arrive({ ok: true, value: 'Text.' });
  await late;
  expect(here()).toBe('text a');
});

test('a jump within a document is a step, selecting is not', async () => {
  store.setState({ selectedId: ONE });
  store.setState({ selectedId: TWO });
  expect(canGoBack(store.getState())).toBe(false);
  await goToAnnotation(A, ONE);
  expect(here()).toBe('text a 1');
  await goBack();
  expect(here()).toBe('text a 2');
});

test('opening the document that is open already takes the page away', async () => {
  showView({ kind: 'memos' });
  await openDocument(A);
  expect(here()).toBe('text a');
  showView({ kind: 'memos' });
  backToText();
  expect(here()).toBe('text a');
});

test('a document that is gone is passed over, and another project begins anew', async () => {
  await openDocument(B);
  showView({ kind: 'memos' });
  store.setState(({ project }) => ({
    project: project && { ...project, documents: project.documents.slice(0, 1) },
  }));
  await goBack();
  expect(here()).toBe('text a');
  projects += 1;
  open([A]);
  await openDocument(A);
  expect(canGoBack(store.getState())).toBe(false);
  expect(canGoForward(store.getState())).toBe(false);
});

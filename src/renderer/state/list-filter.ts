import type { Annotation } from '../../core/annotation/annotation';
import { createFilter, type AnnotationFilter, type Condition } from '../../core/project/filter';
import { conditionKey } from '../../core/project/filter-choices';
import type { Project } from '../../core/project/project';
import { openAnnotations } from './annotation-actions';
import { store, type AppState } from './app-state';
import type { ListSettings } from './list-settings';

export function addCondition(condition: Condition): void {
  const key = conditionKey(condition);
  change((list) => ({
    ...list,
    filter: [...list.filter.filter((one) => conditionKey(one) !== key), condition],
  }));
}

export function removeCondition(condition: Condition): void {
  const key = conditionKey(condition);
  change((list) => ({ ...list, filter: list.filter.filter((one) => conditionKey(one) !== key) }));
}

export function clearFilter(): void {
  change((list) => ({ ...list, filter: [] }));
}

export function setListScope(scope: ListSettings['scope']): void {
  change((list) => ({ ...list, scope }));
}

function change(update: (list: ListSettings) => ListSettings): void {
  store.setState(({ list }) => ({ list: update(list) }));
}

type Test = (annotation: Annotation) => boolean;
let last: { project: Project; filter: AnnotationFilter; test: Test } | undefined;
let lastShown: { of: readonly Annotation[]; test: Test; shown: readonly Annotation[] } | undefined;

/** Whether the list shows an annotation; the same function for the same project and filter. */
export function listTest({ project, list }: AppState): Test {
  if (project === undefined || list.filter.length === 0) return always;
  if (last?.project !== project || last.filter !== list.filter) {
    last = { project, filter: list.filter, test: createFilter(project, list.filter) };
  }
  return last.test;
}

/** The annotations of the open document that the list shows, in text order. */
export function shownAnnotations(state: AppState): readonly Annotation[] {
  const of = openAnnotations(state).sorted;
  const test = listTest(state);
  if (test === always) return of;
  if (lastShown?.of !== of || lastShown.test !== test) {
    lastShown = { of, test, shown: of.filter(test) };
  }
  return lastShown.shown;
}

const always: Test = () => true;

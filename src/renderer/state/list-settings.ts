import type { AnnotationFilter } from '../../core/project/filter';

/** What the list shows, and the keys for the next and previous annotation walk over. */
export interface ListSettings {
  readonly filter: AnnotationFilter;
  readonly scope: 'document' | 'project';
}

export const WHOLE_LIST: ListSettings = { filter: [], scope: 'document' };

import { toCodebook2 } from '../../core/codebook/migrate-codebook';
import { toAnnotationSet2 } from './annotation-set-2';
import { toAnnotationSet3 } from './annotation-set-3';
import { toAnnotationSet4 } from './annotation-set-4';
import type { Migration } from './migration';
import { toProject2 } from './project-2';

/*
 * Numbered steps of each of a project's files, oldest first and without gaps. A step is never changed once a version
 * with it was given away; each has a test with a file before and after.
 */

export const headMigrations: readonly Migration[] = [{ to: 2, migrate: toProject2 }];
export const codebookMigrations: readonly Migration[] = [{ to: 2, migrate: toCodebook2 }];
export const annotationSetMigrations: readonly Migration[] = [
  { to: 2, migrate: toAnnotationSet2 },
  { to: 3, migrate: toAnnotationSet3 },
  { to: 4, migrate: toAnnotationSet4 },
];
export const actorsMigrations: readonly Migration[] = [];
export const memosMigrations: readonly Migration[] = [];

import type { Migration } from './migration';

/*
 * Numbered steps of each of a project's files, oldest first and without gaps. A step is never changed once a version
 * with it was given away; each has a test with a file before and after.
 */

export const headMigrations: readonly Migration[] = [];
export const codebookMigrations: readonly Migration[] = [];
export const annotationSetMigrations: readonly Migration[] = [];

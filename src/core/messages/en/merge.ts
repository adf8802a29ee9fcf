import { count } from './plural';

/** Copies of a project brought together on a terminal. */
export const merge = {
  'merge.description':
    'bring what other copies of the same project hold into this one, in any order and any number of times',
  'merge.others': 'other copies of the project, or return packs of coders',
  'merge.dryRun': 'say what would come in, and change nothing',
  'merge.done': (p: { folder: string }) => `Merged into ${p.folder}.`,
  'merge.wouldBe': (p: { folder: string }) => `Would be merged into ${p.folder}:`,
  'merge.nothing': 'There was nothing new.',
  'merge.annotations': (p: { added: number; changed: number; removed: number }) =>
    `Annotations: ${p.added} added, ${p.changed} changed, ${p.removed} removed.`,
  'merge.coders': (p: { names: string }) => `New coders: ${p.names}.`,
  'merge.documents': (p: { names: string }) => `New documents: ${p.names}.`,
  'merge.files': (p: { journals: number; texts: number }) =>
    `Files: ${count(p.journals, 'journal', 'journals')}, ${count(p.texts, 'text', 'texts')}.`,
  'merge.hash': (p: { hash: string }) => `Content ${p.hash}.`,
} as const;

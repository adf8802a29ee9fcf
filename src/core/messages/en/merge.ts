import { count } from './plural';

/** Copies of a project brought together on a terminal. */
export const merge = {
  'merge.description':
    'Bring what other copies of the same project hold into this one, in any order and any number of times.',
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
  'merge.choose':
    'what to do about something that does not match, as key=choice (repeatable); a dry run lists keys and choices',
  'merge.as': 'whose act the choices are: a name or id; the first coder without it',
  'merge.undo': 'undo the last merge that was done in this folder on a terminal',
  'merge.unmatched': (p: { n: number }) =>
    p.n === 1
      ? 'One thing does not match. Nothing of it is lost; * is what is done:'
      : `${p.n} things do not match. Nothing of them is lost; * is what is done:`,
  'merge.more': (p: { n: number }) => `… and ${count(p.n, 'code', 'codes')} more`,
  'merge.howToChooseAgain':
    'To choose otherwise, take the merge back with --undo and merge again with --choose key=choice, or look for what does not match on the team’s page.',
  'merge.howToChoose': 'Choose otherwise with --choose key=choice.',
  'merge.backup': (p: { backup: string }) =>
    `The state before is in ${p.backup}; it comes back with: postil merge --undo, or as a copy with: postil restore.`,
  'merge.undone': (p: { folder: string }) =>
    `The merge is undone; what it brought lies in ${p.folder}.`,
  'merge.fault.noOthers':
    'Name what is to be merged: another copy of the project, or a return pack.',
  'merge.fault.undoOthers':
    '--undo takes back the last merge and merges nothing. Leave out what is to be merged.',
  'merge.fault.choose': (p: { given: string }) =>
    `“${p.given}” is no choice. Write it as key=choice, as a dry run lists them. Nothing was merged.`,
  'merge.fault.nothing': (p: { folder: string }) =>
    `No merge is remembered in ${p.folder}, so there is none to undo.`,
  'merge.fault.doneSince': (p: { folder: string }) =>
    `Something was done or came into ${p.folder} after the merge, which may build on it. Nothing was undone; the backup made before the merge is in before-merge/backups: postil restore makes a copy of it.`,
  'merge.hash': (p: { hash: string }) => `Content ${p.hash}.`,
} as const;

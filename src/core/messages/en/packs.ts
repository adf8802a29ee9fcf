import { count } from './plural';

/** Packs: what goes to a coder by mail, and what comes back. */
export const packs = {
  'pack.description':
    'Write a pack for a coder: texts, codebook and what is assigned, without what others coded.',
  'pack.return': 'write what the coder did, to be merged into the project that the pack came from',
  'pack.coder': 'who the pack is for, or from: a name or id',
  'pack.document': 'only this text (repeatable); what is assigned, or all, without it',
  'pack.output': 'where to write the pack',
  'pack.unpack': 'Make the project of a coder’s pack in a new folder.',
  'pack.file': 'the pack',
  'pack.target': 'a folder that is missing or empty',
  'pack.done.coder': (p: { path: string; coder: string; texts: number; codebook: number }) =>
    `Wrote ${p.path}: ${count(p.texts, 'text', 'texts')} for ${p.coder}, codebook revision ${p.codebook}.`,
  'pack.done.return': (p: { path: string; coder: string }) =>
    `Wrote ${p.path}: what ${p.coder} did.`,
  'pack.opened': (p: { folder: string; coder: string; texts: number }) =>
    `Made a project for ${p.coder} in ${p.folder}: ${count(p.texts, 'text', 'texts')}.`,
  'pack.title': 'By mail',
  'pack.lead':
    'For people without a shared folder: a pack holds what a coder needs, without what others coded, and comes back with what the coder did.',
  'pack.writeFor': (p: { name: string }) => `Write Pack for ${p.name}…`,
  'pack.writeReturn': 'Send Back My Work…',
  'pack.choose': 'Open a Pack…',
  'pack.written': (p: { file: string }) => `Wrote ${p.file}`,
  'pack.looking': (p: { file: string }) => `Looking at what ${p.file} brings …`,
  'pack.preview.merge': 'Merge a Pack',
  'pack.preview.open': 'Open a Pack',
  'pack.preview.from': (p: { file: string; coder: string; title: string; day: string }) =>
    `${p.file}: what ${p.coder} did in “${p.title}”, written on ${p.day}.`,
  'pack.preview.for': (p: { file: string; coder: string; title: string; day: string }) =>
    `${p.file}: “${p.title}” for ${p.coder}, written on ${p.day}.`,
  'pack.preview.texts': (p: { n: number }) => count(p.n, 'text', 'texts'),
  'pack.preview.project':
    'A project is made of it in a folder of your choice and opened. The open project stays as it is.',
  'pack.preview.added': (p: { n: number }) =>
    `${count(p.n, 'annotation', 'annotations')} would be added`,
  'pack.preview.changed': (p: { n: number }) =>
    `${count(p.n, 'annotation', 'annotations')} would change`,
  'pack.preview.removed': (p: { n: number }) =>
    `${count(p.n, 'annotation', 'annotations')} would go, because the coder took them away`,
  'pack.preview.others': (p: { n: number }) => count(p.n, 'link or memo', 'links and memos'),
  'pack.preview.decisions': (p: { n: number }) =>
    count(p.n, 'decision about a paragraph or text', 'decisions about paragraphs and texts'),
  'pack.preview.coders': (p: { names: string }) => `New coders: ${p.names}`,
  'pack.preview.documents': (p: { titles: string }) => `New texts: ${p.titles}`,
  'pack.preview.nothing': 'All of it is here already.',
  'pack.preview.backup': 'A backup is made before.',
  'pack.merging': 'Making a backup, then merging …',
  'pack.merge': 'Merge',
  'pack.takeBack': 'Undo the Last Merge',
  'pack.undo': 'Undo',
  'pack.step': 'Merge',
  'pack.takenBack': 'The merge is undone; what it brought lies in “set-aside”',
  'pack.merged': (p: { coder: string }) => `Merged what ${p.coder} did`,
  'pack.makeProject': 'Choose Folder…',
  'pack.madeProject': (p: { coder: string }) => `You are ${p.coder} in this project`,
  'pack.dialog.write': 'Write Pack',
  'pack.dialog.write.button': 'Write',
  'pack.dialog.open': 'Open a Pack',
  'pack.dialog.open.button': 'Open',
  'pack.dialog.folder': 'Folder for the Project',
  'pack.dialog.filter': 'Postil packs',
  'pack.dialog.any': 'All files',
  'pack.fault.broken': (p: { path: string }) =>
    `${p.path} is no whole pack: it was cut short, changed, or is another file. Ask for it again; nothing was done.`,
  'pack.fault.isReturn': (p: { path: string }) =>
    `${p.path} holds what a coder did. Merge it into the project with: postil merge`,
  'pack.fault.isCoder': (p: { path: string }) =>
    `${p.path} was made for a coder and holds no work to merge. Ask the coder for a return pack: postil pack --return`,
  'pack.fault.otherProject': (p: { path: string; there: string; here: string }) =>
    `${p.path} belongs to the project “${p.there}”, not to “${p.here}”. Nothing was merged.`,
  'pack.notice.otherText': (p: { title: string }) =>
    `The text “${p.title}” is another there than here. The one that is here stays; what was done on the other one counts where it has the same words at the same place.`,
  'pack.fault.nothingMerged':
    'There is no merge to undo: none was done since the project was opened. The backup made before a merge is on the Backups page.',
  'pack.fault.doneSince':
    'Something was done or came in after the merge, which may build on it. The backup made before the merge is on the Backups page.',
  'pack.fault.goneOn': (p: { path: string }) =>
    `${p.path} came with the merge and has grown since, so it stays. The backup made before the merge is on the Backups page.`,
  'pack.fault.gold': 'Nobody codes as the gold set. Name a coder.',
  'pack.fault.nothingDone': (p: { coder: string }) =>
    `${p.coder} has done nothing here yet, so there is nothing to send back.`,
} as const;

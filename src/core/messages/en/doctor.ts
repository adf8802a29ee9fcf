import { count } from './plural';

/** `postil doctor`: what is well with a project and what is not. */
export const doctor = {
  'doctor.description':
    'Look through a project’s folder: its files, texts and journals. Say what is damaged, missing or out of date.',
  'doctor.repairOption':
    'write files anew that are damaged or out of date; damaged ones are kept in set-aside',
  'doctor.contents': (p: {
    documents: number;
    coders: number;
    annotations: number;
    relations: number;
    memos: number;
  }) =>
    `${count(p.documents, 'document', 'documents')}, ${count(p.coders, 'coder', 'coders')}, ${count(p.annotations, 'annotation', 'annotations')}, ${count(p.relations, 'relation', 'relations')}, ${count(p.memos, 'memo', 'memos')}`,
  'doctor.hash': (p: { hash: string }) => `Content hash ${p.hash}`,
  'doctor.journals': 'Journals',
  'doctor.noJournals': '(none: everything is in the files)',
  'doctor.file': 'File',
  'doctor.lines': 'Lines',
  'doctor.state': 'State',
  'doctor.whole': 'whole',
  'doctor.torn': (p: { n: number }) => count(p.n, 'unfinished line', 'unfinished lines'),
  'doctor.bad': (p: { n: number }) => count(p.n, 'line skipped', 'lines skipped'),
  'doctor.gap': (p: { n: number }) => count(p.n, 'gap', 'gaps'),
  'doctor.fork': (p: { n: number }) => count(p.n, 'fork', 'forks'),
  'doctor.ends': (p: { n: number }) => count(p.n, 'change of line ends', 'changes of line ends'),
  'doctor.stale': (p: { file: string }) =>
    `“${p.file}” does not hold what the journals and the other files say. Nothing is lost: “postil doctor --repair” writes it anew, and so does the app when its coder works.`,
  'doctor.renewed': (p: { file: string }) => `Written anew: ${p.file}`,
  'doctor.setAside': (p: { file: string }) => `Damaged file kept, unchanged: ${p.file}`,
  'doctor.nothingRepaired': 'There was nothing to write anew.',
  'doctor.stays':
    'What is left cannot be made again from what is here. The messages say what to do about each.',
  'doctor.well': (p: { notes: number }) =>
    p.notes === 0
      ? 'All is well.'
      : `All is well. There ${p.notes === 1 ? 'is' : 'are'} ${count(p.notes, 'note', 'notes')}, with nothing to do about ${p.notes === 1 ? 'it' : 'them'}.`,
  'doctor.unwell': (p: { n: number }) => `${count(p.n, 'thing is', 'things are')} not well.`,
} as const;

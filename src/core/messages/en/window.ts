import { count } from './plural';

/** What the window says. */
export const window = {
  'window.app': 'Postil',
  'window.loading': 'Opening the project…',
  'window.noProject': 'No project is open',
  'window.noProject.hint':
    'Open a project with File › Open Project, or start a new one with File › New Project.',
  'window.openProject': 'Open Project…',
  'window.newProject': 'New Project…',
  'window.fromBackup': 'From a Backup…',
  'window.noDocuments': 'This project has no texts yet',
  'window.noDocuments.hint': 'Drop .txt files, a folder or a .zip archive here, or choose them.',
  'window.addTexts': 'Add Texts…',
  'window.dropHere': 'Drop .txt files, folders or .zip archives to add them to the project',
  'window.close': 'Close',
  'window.cancel': 'Cancel',
  'window.done': (p: { name: string }) => `Done: ${p.name}`,
  'window.undo': 'Undo',
  'window.redo': 'Redo',
  'window.undone': (p: { name: string }) => `Undone: ${p.name}`,
  'window.redone': (p: { name: string }) => `Redone: ${p.name}`,
  'window.deleted': (p: { code: string; n: number }) =>
    p.n === 0
      ? `Deleted ${p.code}`
      : `Deleted ${p.code} and ${count(p.n, 'relation', 'relations')}`,
  'window.alreadyCoded': (p: { code: string }) =>
    `You have coded this passage as ${p.code} already; here it is.`,
  'window.recoded': (p: { code: string }) => `Changed code to ${p.code}`,
  'window.toasts': 'Messages',
  'window.toolbar': 'Project',

  'window.save.saved': 'Saved',
  'window.save.here': 'Saved on this computer',
  'window.save.saving': 'Saving…',
  'window.save.behind': (p: { reason: string }) =>
    `Your work is saved on this computer, but not in the project’s folder: ${p.reason} It will be put there by itself as soon as that is possible.`,
  'window.save.failed': 'Not saved',
  'window.save.retry': 'Try Again',

  'window.documents.title': 'Documents',
  'window.documents.show': 'Show documents',
  'window.documents.hide': 'Hide documents',
  'window.documents.filter': 'Filter documents',
  'window.documents.none': 'No document has these words in its title, date or genre.',
  'window.documents.clearFilter': 'Clear Filter',
  'window.documents.details': 'Document details',
  'window.documents.unread': 'Not read yet',
  'window.documents.reading': (p: { percent: number }) => `Read to ${p.percent} %`,
  'window.documents.read': 'Read to the end',
  'window.documents.inferred': 'inferred',
  'window.documents.count': (p: { code: string; n: number }) => `${p.code}: ${p.n}`,
  'window.documents.otherCodes': (p: { n: number }) =>
    p.n === 1 ? 'and 1 more code' : `and ${p.n} more codes`,
  'window.documents.noAnnotations': 'No annotations',

  'window.reader.label': (p: { title: string }) => `Text of ${p.title}`,
  'window.reader.region': 'Text',
  'window.reader.handleStart': 'Start of the annotation',
  'window.reader.handleEnd': 'End of the annotation',
  'window.reader.nothingSelected': 'Select a passage first, then press the key of a code.',
  'window.reader.onlyBlanks': 'There are no words in the selection.',
  'window.reader.notYours': (p: { name: string }) =>
    `This annotation belongs to ${p.name}; only its coder can change it.`,
  'window.reader.lane': (p: { code: string; coder: string; quote: string }) =>
    `${p.code}, ${p.coder}: ${p.quote}`,
  'window.bar.label': 'Code this passage',
  'window.bar.find': (p: { n: number }) => `Find one of ${p.n.toLocaleString('en')} codes`,
  'window.bar.code': (p: { code: string; key: string }) => `${p.code} (${p.key})`,

  'window.inspector.title': 'Annotation',
  'window.inspector.show': 'Show annotations',
  'window.inspector.hide': 'Hide annotations',
  'window.inspector.code': 'Code',
  'window.inspector.memo': 'Memo',
  'window.inspector.memoHint': 'What you thought here',
  'window.inspector.coder': 'Coder',
  'window.inspector.created': 'Created',
  'window.inspector.modified': 'Changed',
  'window.inspector.place': 'Place',
  'window.inspector.paragraph': (p: { n: number }) => `¶ ${p.n}`,
  'window.inspector.delete': 'Delete the annotation',
  'window.inspector.boundaries': 'Boundaries',
  'window.inspector.closed': 'Close the annotation',
  'window.annotation.described': (p: { code: string; quote: string }) => `${p.code}: ${p.quote}`,

  'window.list.title': 'Annotations',
  'window.list.empty': 'No annotations in this document yet.',
  'window.list.emptyHint': (p: { keys: string }) => `Select a passage and press ${p.keys}.`,
  'window.list.total': (p: { n: number }) => count(p.n, 'annotation', 'annotations'),
  'window.list.memo': 'has a memo',

  'window.export.title': 'Export Annotation Sets',
  'window.export.what': 'Documents',
  'window.export.thisDocument': 'This document',
  'window.export.allDocuments': 'All documents',
  'window.export.who': 'Coders',
  'window.export.allCoders': 'All coders',
  'window.export.texts': 'Include the texts',
  'window.export.textsHint': 'Without them the file can only be imported where the same texts are.',
  'window.export.run': 'Export…',
  'window.export.format': 'One JSON file with the codebook, the coders and their annotations.',
  'window.exported': (p: { n: number; file: string }) =>
    `Exported ${count(p.n, 'annotation', 'annotations')} to ${p.file}`,

  'window.import.title': 'Import Annotation Sets',
  'window.import.from': (p: { file: string; project: string }) => `${p.file}, from “${p.project}”`,
  'window.import.added': (p: { n: number }) => count(p.n, 'new annotation', 'new annotations'),
  'window.import.updated': (p: { n: number }) =>
    `${count(p.n, 'annotation is', 'annotations are')} newer in the file and will be updated`,
  'window.import.unchanged': (p: { n: number }) =>
    `${count(p.n, 'annotation is', 'annotations are')} already here`,
  'window.import.kept': (p: { n: number }) =>
    `${count(p.n, 'annotation is', 'annotations are')} newer here and will stay`,
  'window.import.coders': (p: { names: string }) => `Coders: ${p.names}`,
  'window.import.documents': (p: { titles: string }) => `New documents: ${p.titles}`,
  'window.import.codes': (p: { names: string }) => `New codes: ${p.names}`,
  'window.import.nothing': 'Everything in this file is already here.',
  'window.import.run': 'Import',
  'window.import.undoable': 'You can undo the import as one step.',
  'window.import.refused': 'Nothing was imported',
  'window.import.refusedLead': (p: { file: string; n: number }) =>
    `${p.file} does not fit: ${count(p.n, 'problem', 'problems')}. The project is as it was.`,
  'window.import.more': (p: { n: number }) => `… and ${p.n} more`,

  'window.notices.title': 'Please note',
  'window.addedTexts': (p: { n: number }) => `Added ${count(p.n, 'text', 'texts')}`,

  'window.reading.title': 'Page',
  'window.reading.open': 'Page settings',
  'window.reading.size': 'Text size',
  'window.reading.spacing': 'Line spacing',
  'window.reading.measure': 'Characters per line',
  'window.reading.theme': 'Theme',
  'window.reading.system': 'System',
  'window.reading.light': 'Light',
  'window.reading.dark': 'Dark',
  'window.reading.reset': 'Reset',
  'window.reading.less': (p: { what: string }) => `${p.what}: less`,
  'window.reading.more': (p: { what: string }) => `${p.what}: more`,

  'window.coder.title': 'Coder',
  'window.coder.lead':
    'New annotations are made in this name. Changing the name changes it everywhere in the project.',
  'window.coder.name': 'Name',
  'window.coder.who': 'I am',
  'window.coder.new': (p: { name: string }) => `${p.name} (new in this project)`,
  'window.coder.save': 'Save',

  'window.details.title': 'Document details',
  'window.details.name': 'Title',
  'window.details.date': 'Date',
  'window.details.dateHint': 'YYYY, YYYY-MM or YYYY-MM-DD',
  'window.details.dateWrong': 'Write the date as 2000, 2000-10 or 2000-10-15, or leave it empty.',
  'window.details.genre': 'Genre',
  'window.details.author': 'Author',
  'window.details.source': 'Source',
  'window.details.inferredHint': 'Inferred from the text. What you write here counts as stated.',
  'window.details.file': 'File',
  'window.details.length': (p: { n: number }) => count(p.n, 'character', 'characters'),
  'window.details.save': 'Save',

  'window.about.title': 'About Postil',
  'window.about.version': (p: { version: string }) => `Version ${p.version}`,
  'window.about.what':
    'For reading closely and coding what one reads. Everything stays on this computer.',
  'window.about.folder': 'This project is kept in',
} as const;

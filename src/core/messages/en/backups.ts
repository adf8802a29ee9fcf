import { count } from './plural';

/** Copies of a whole project that Postil keeps outside its folder. */
export const backups = {
  'backups.fault.failed': (p: { reason: string }) =>
    `No backup could be made: ${p.reason} A backup is tried again at the next chance.`,
  'backups.fault.notSame': (p: { file: string }) =>
    `The backup “${p.file}” does not hold what it should: the disk or another program changed it. It is not used; take another backup.`,
  'backups.fault.text': (p: { file: string; title: string }) =>
    `The text of “${p.title}” in the backup (“${p.file}”) is missing or was changed. The backup is not used; take another one, or the text from the project’s folder.`,
  'backups.fault.copy': (p: { folder: string }) =>
    `The copy in “${p.folder}” does not hold what it should: the disk or another program changed it. Delete the folder and try another place.`,
  'backups.fault.noText': (p: { title: string }) =>
    `The text of “${p.title}” is not at hand as it was, so no copy can be made of this moment. Put the text back into the project’s folder, or take a backup.`,
  'backups.fault.noMoment':
    'This moment is not in the journals any more: another program changed them. Look at the history again.',
  'backups.fault.inside': (p: { folder: string }) =>
    `“${p.folder}” is inside the project’s own folder. Choose a place beside it.`,
  'backups.fault.noCopy': 'No copy was made since Postil was started. Use Open Project instead.',

  'backups.title': 'Backups',
  'backups.lead':
    'Postil keeps these copies on this computer, outside the project’s folder: all of the last day, then one a day, a week, a month.',
  'backups.shelf': 'Backups of',
  'backups.none':
    'There are no backups of this project yet. The first one is made when there is something to keep.',
  'backups.choose': 'Choose a backup to see what is different in it, and to have it as a copy.',
  'backups.of': (p: { at: string }) => `Backup of ${p.at}`,
  'backups.holds': (p: { documents: number; annotations: number }) =>
    `${count(p.annotations, 'annotation', 'annotations')}, ${count(p.documents, 'text', 'texts')}`,
  'backups.elsewhere': 'from another folder',
  'backups.unreadable': 'Cannot be read: the file is damaged',
  'backups.reason.daily': 'Once a day',
  'backups.reason.import': 'Before an import',
  'backups.reason.merge': 'Before a merge',
  'backups.reason.codebook': 'Before the codebook changed',
  'backups.reason.bulk': 'Before many changes at once',
  'backups.reason.restore': 'Before a copy was made',
  'backups.reason.asked': 'You asked for it',
  'backups.made': 'Backed up the project',
  'backups.unchanged': 'The newest backup holds all of it already',

  'backups.cli.description': 'List the backups in a folder of backups, of one project or of all.',
  'backups.cli.folder': 'the folder “backups” of Postil’s own folder, or one in it',
  'backups.cli.restore': 'Check a backup and make a project of it in a new folder.',
  'backups.cli.backup': 'the file of the backup',
  'backups.cli.target': 'a folder that is missing or empty',
  'backups.cli.none': 'There are no backups in this folder.',
  'backups.cli.at': 'made',
  'backups.cli.reason': 'why',
  'backups.cli.bytes': 'bytes',
  'backups.cli.file': 'file',

  'backups.dialog': 'Restore as a Copy',
  'backups.dialog.button': 'Restore',
  'backups.dialog.name': (p: { title: string }) => `${p.title} (restored)`,
} as const;

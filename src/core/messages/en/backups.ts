/** Copies of a whole project that Postil keeps outside its folder. */
export const backups = {
  'backups.fault.failed': (p: { reason: string }) =>
    `No backup could be made: ${p.reason} Your work is saved as always; backups are tried again at the next chance.`,
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
} as const;

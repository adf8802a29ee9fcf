/** Copies of a whole project that Postil keeps outside its folder. */
export const backups = {
  'backups.fault.failed': (p: { reason: string }) =>
    `No backup could be made: ${p.reason} Your work is saved as always; backups are tried again at the next chance.`,
  'backups.fault.notSame': (p: { file: string }) =>
    `The backup “${p.file}” does not hold what it should: the disk or another program changed it. It is not used; take another backup.`,
  'backups.fault.text': (p: { file: string; title: string }) =>
    `The text of “${p.title}” in the backup (“${p.file}”) is missing or was changed. The backup is not used; take another one, or the text from the project’s folder.`,
} as const;

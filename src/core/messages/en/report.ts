/** The report for the maintainers. */
export const report = {
  'report.title': 'Report for the Maintainers',
  'report.lead':
    'If something does not work, this report helps to find out why. It holds versions, figures about this computer and the project, and what went wrong since Postil was started.',
  'report.without':
    'It holds no text, no passage, no memo, no name of a person, code, actor, document or project, and no folder. Postil sends nothing: what you do with the file is up to you.',
  'report.preview': 'All that is in it',
  'report.preparing': 'Putting the report together …',
  'report.save': 'Save…',
  'report.saved': (p: { file: string }) => `Saved the report as ${p.file}`,
  'report.dialog': 'Save a Report for the Maintainers',
  'report.dialog.button': 'Save',
  'report.dialog.name': (p: { day: string }) => `Postil report ${p.day}`,
  'report.fault.none': 'There is no report yet. Open it in the Help menu first.',
} as const;

import { count } from './plural';

/** What the main process says: menus, system dialogs, and why something could not be done. */
export const menu = {
  'menu.file': '&File',
  'menu.file.recent': 'Open Recent',
  'menu.file.noRecent': 'No Recent Projects',
  'menu.file.clearRecent': 'Clear This List',
  'menu.file.close': 'Close Window',
  'menu.file.quit': 'Quit',
  'menu.edit': '&Edit',
  'menu.edit.undo': (p: { name: string }) => `Undo ${p.name}`.trimEnd(),
  'menu.edit.redo': (p: { name: string }) => `Redo ${p.name}`.trimEnd(),
  'menu.edit.cut': 'Cut',
  'menu.edit.copy': 'Copy',
  'menu.edit.paste': 'Paste',
  'menu.edit.selectAll': 'Select All',
  'menu.view': '&View',
  'menu.view.theme': 'Theme',
  'menu.view.theme.system': 'As the System',
  'menu.view.theme.light': 'Light',
  'menu.view.theme.dark': 'Dark',
  'menu.view.fullScreen': 'Full Screen',
  'menu.view.devTools': 'Developer Tools',
  'menu.go': '&Go',
  'menu.coder': '&Coder',
  'menu.help': '&Help',

  'main.coderName': 'Coder 1',
  'main.dialog.new': 'New Project',
  'main.dialog.new.button': 'Create Project',
  'main.dialog.new.name': 'My Project',
  'main.dialog.open': 'Open Project Folder',
  'main.dialog.open.button': 'Open Project',
  'main.dialog.texts': 'Add Texts',
  'main.dialog.texts.button': 'Add Texts',
  'main.dialog.texts.filter': 'Plain texts and archives',
  'main.dialog.export': 'Export Annotation Sets',
  'main.dialog.export.button': 'Export',
  'main.dialog.export.name': (p: { title: string }) => `${p.title} – annotations`,
  'main.dialog.import': 'Import Annotation Sets',
  'main.dialog.import.button': 'Import',
  'main.dialog.json': 'Annotation sets (JSON)',
  'main.quit.message': 'Your latest changes are not saved yet.',
  'main.quit.detail': (p: { reason: string }) =>
    `${p.reason}\n\nIf you quit anyway, the changes since the last “Saved” are lost.`,
  'main.quit.retry': 'Try Again',
  'main.quit.anyway': 'Quit Anyway',
  'main.quit.cancel': 'Cancel',
  'main.recovered': (p: { n: number }) =>
    p.n === 0
      ? 'Postil was stopped last time before it was closed. Everything that was shown as saved is here.'
      : `Postil was stopped last time before it was closed. Everything that was shown as saved is here; ${count(p.n, 'step', 'steps')} that only this computer had ${p.n === 1 ? 'was' : 'were'} put into the project’s folder.`,
  'main.crash.title': 'The window keeps failing',
  'main.crash.text':
    'Postil’s window stopped working several times in a row. What you coded is saved. Quit Postil and start it again.',

  'main.fault.noProject':
    'No project is open. Open one with File > Open Project, or make a new one.',
  'main.fault.reopening':
    'The project is just being opened anew. Nothing was changed; do it again in a moment.',
  'main.fault.unexpected': (p: { problem: string }) =>
    `Something went wrong in Postil itself (${p.problem}). What was saved is safe. If it happens again, quit and start Postil anew.`,
  'main.fault.notFromWindow': (p: { kind: string }) =>
    `The step “${p.kind}” can only be taken through the File menu. Nothing was changed.`,
  'main.fault.removeSelf': (p: { name: string }) =>
    `You are ${p.name} here. Choose another coder in Coder Settings before removing this one.`,
  'main.fault.unsavedProject': (p: { reason: string }) =>
    `The open project could not be saved, so it stays open. ${p.reason}`,
  'main.fault.recentGone': (p: { folder: string }) =>
    `There is no project at ${p.folder} any more. It was taken off the list of recent projects. If you moved it, open it with File > Open Project.`,
  'main.fault.showFolder': (p: { folder: string }) =>
    `The project folder ${p.folder} could not be shown. Open it in your file manager.`,
  'main.fault.exportInProject': (p: { folder: string }) =>
    `An export cannot be written into the folder of a project (${p.folder}), whose files it could replace. Choose another place.`,
  'main.fault.importRead': (p: { file: string; problem: string }) =>
    `The file ${p.file} could not be read (${p.problem}). Check that it is still there and that you may open it.`,
  'main.fault.importTooLarge': (p: { file: string; megabytes: number }) =>
    `The file ${p.file} is larger than ${p.megabytes} MB, which is more than Postil reads at once. Export fewer documents at a time.`,
  'main.fault.importEncoding': (p: { file: string }) =>
    `The file ${p.file} is not UTF-8 text, so it is not a Postil export. Nothing was read.`,
  'main.fault.importGone': 'This import is no longer waiting. Choose the file again.',
  'main.fault.importChanged': (p: { n: number }) =>
    `The project changed meanwhile, and the file no longer fits it: ${count(p.n, 'place does', 'places do')} not agree. Choose the file again to see them. Nothing was imported.`,

  'main.smoke.unreadable': (p: { seconds: number }) =>
    `The window showed no text within ${p.seconds} seconds.`,
  'main.smoke.failed': (p: { problem: string }) => `The picture could not be taken: ${p.problem}`,
  'main.smoke.empty': 'it is empty.',
  'main.smoke.page': (p: { problem: string }) => `the page does not answer (${p.problem}).`,
  'main.smoke.noFile': 'Name the picture to write: --smoke <file.png>.',
} as const;

import { join } from 'node:path';
import {
  app,
  dialog,
  type BrowserWindow,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import { t } from '../core/messages/message';
import { toFileName } from './file-name';

type Parent = BrowserWindow | undefined;

/** The folder for a new project, which need not exist yet; undefined when cancelled. */
export function askForNewFolder(parent: Parent): Promise<string | undefined> {
  return save(parent, {
    title: t('main.dialog.new'),
    buttonLabel: t('main.dialog.new.button'),
    defaultPath: join(app.getPath('documents'), t('main.dialog.new.name')),
    properties: ['createDirectory', 'dontAddToRecent'],
  });
}

/** The folder for a project that is restored, which need not exist yet. */
export function askForCopy(parent: Parent, title: string): Promise<string | undefined> {
  const name = toFileName(t('backups.dialog.name', { title }));
  return save(parent, {
    title: t('backups.dialog'),
    buttonLabel: t('backups.dialog.button'),
    defaultPath: join(app.getPath('documents'), name),
    properties: ['createDirectory', 'dontAddToRecent'],
  });
}

export function askForMethods(parent: Parent, title: string): Promise<string | undefined> {
  const name = toFileName(t('report.methods.dialog.name', { title }));
  return save(parent, {
    title: t('report.methods.dialog'),
    buttonLabel: t('report.dialog.button'),
    defaultPath: join(app.getPath('documents'), `${name}.html`),
    filters: [
      { name: 'HTML', extensions: ['html'] },
      { name: 'PDF', extensions: ['pdf'] },
      { name: 'CSV', extensions: ['csv'] },
      { name: 'JSON', extensions: ['json'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
}

export function askForPackFile(parent: Parent, name: string): Promise<string | undefined> {
  return save(parent, {
    title: t('pack.dialog.write'),
    buttonLabel: t('pack.dialog.write.button'),
    defaultPath: join(app.getPath('documents'), `${toFileName(name)}.postilpack`),
    filters: [{ name: t('pack.dialog.filter'), extensions: ['postilpack'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
}

export async function askForPack(parent: Parent): Promise<string | undefined> {
  const chosen = await open(parent, {
    title: t('pack.dialog.open'),
    buttonLabel: t('pack.dialog.open.button'),
    filters: [
      { name: t('pack.dialog.filter'), extensions: ['postilpack'] },
      { name: t('pack.dialog.any'), extensions: ['*'] },
    ],
    properties: ['openFile'],
  });
  return chosen[0];
}

/** The folder for the project of a pack, which need not exist yet. */
export function askForPackFolder(parent: Parent, title: string): Promise<string | undefined> {
  return save(parent, {
    title: t('pack.dialog.folder'),
    buttonLabel: t('main.dialog.new.button'),
    defaultPath: join(app.getPath('documents'), toFileName(title)),
    properties: ['createDirectory', 'dontAddToRecent'],
  });
}

export function askForReport(parent: Parent): Promise<string | undefined> {
  const day = new Date().toISOString().slice(0, 10);
  return save(parent, {
    title: t('report.dialog'),
    buttonLabel: t('report.dialog.button'),
    defaultPath: join(app.getPath('documents'), `${t('report.dialog.name', { day })}.json`),
    filters: [{ name: t('main.dialog.json'), extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
}

export async function askForProject(parent: Parent): Promise<string | undefined> {
  const chosen = await open(parent, {
    title: t('main.dialog.open'),
    buttonLabel: t('main.dialog.open.button'),
    properties: ['openDirectory'],
  });
  return chosen[0];
}

/** Files and folders where the system's dialog offers both (a Mac's does), else files. */
export function askForTexts(parent: Parent): Promise<readonly string[]> {
  return open(parent, {
    title: t('main.dialog.texts'),
    buttonLabel: t('main.dialog.texts.button'),
    filters: [{ name: t('main.dialog.texts.filter'), extensions: ['txt', 'zip'] }],
    properties: [
      'openFile',
      'multiSelections',
      ...(process.platform === 'darwin' ? (['openDirectory'] as const) : []),
    ],
  });
}

export function askForExport(parent: Parent, title: string): Promise<string | undefined> {
  const name = `${toFileName(t('main.dialog.export.name', { title }))}.json`;
  return save(parent, {
    title: t('main.dialog.export'),
    buttonLabel: t('main.dialog.export.button'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: t('main.dialog.json'), extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
}

export async function askForImport(parent: Parent): Promise<string | undefined> {
  const chosen = await open(parent, {
    title: t('main.dialog.import'),
    buttonLabel: t('main.dialog.import.button'),
    filters: [{ name: t('main.dialog.json'), extensions: ['json'] }],
    properties: ['openFile'],
  });
  return chosen[0];
}

export function askForCodebookExport(parent: Parent, title: string): Promise<string | undefined> {
  const name = `${toFileName(t('codebook.dialog.export.name', { title }))}.json`;
  return save(parent, {
    title: t('codebook.dialog.export'),
    buttonLabel: t('main.dialog.export.button'),
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: t('codebook.dialog.json'), extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
}

export async function askForCodebook(parent: Parent): Promise<string | undefined> {
  const chosen = await open(parent, {
    title: t('codebook.dialog.import'),
    buttonLabel: t('main.dialog.import.button'),
    filters: [{ name: t('codebook.dialog.json'), extensions: ['json'] }],
    properties: ['openFile'],
  });
  return chosen[0];
}

/** Whether to quit with unsaved changes. */
export async function askHowToQuit(
  parent: Parent,
  reason: string,
): Promise<'retry' | 'quit' | 'cancel'> {
  const options = {
    type: 'warning',
    message: t('main.quit.message'),
    detail: t('main.quit.detail', { reason }),
    buttons: [t('main.quit.retry'), t('main.quit.anyway'), t('main.quit.cancel')],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  } as const;
  const { response } = await (parent === undefined
    ? dialog.showMessageBox({ ...options, buttons: [...options.buttons] })
    : dialog.showMessageBox(parent, { ...options, buttons: [...options.buttons] }));
  return (['retry', 'quit', 'cancel'] as const)[response] ?? 'cancel';
}

async function open(parent: Parent, options: OpenDialogOptions): Promise<readonly string[]> {
  const answer = await (parent === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return answer.canceled ? [] : answer.filePaths;
}

async function save(parent: Parent, options: SaveDialogOptions): Promise<string | undefined> {
  const answer = await (parent === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}

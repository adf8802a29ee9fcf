import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, dialog, nativeTheme, session, type BrowserWindow } from 'electron';
import { createFault, type Fault, type Result } from '../core/result';
import { openAppMemory, type AppMemory } from './app-memory';
import { Backups } from './backups';
import { CodebookImports } from './codebook-transfer';
import { registerAppScheme, serveApp } from './app-protocol';
import { FaultLog } from './fault-log';
import { createHandlers } from './handlers';
import { createOutbox, openDoor } from './ipc-door';
import { askForCopy, askForPack, askForPackFile, askForPackFolder } from './dialogs';
import { readLaunchOptions } from './launch-options';
import { logError, reasonOf } from './log';
import { keepMenu } from './menu';
import { now } from './identity';
import { beginRun } from './last-run';
import { historyNames } from './open-project';
import { choosePageSource } from './page-source';
import { Figures } from './figures';
import { Matching } from './matching';
import { Packs } from './packs';
import { Past } from './past';
import { platform } from './platform';
import { openRecent } from './project-acts';
import { ProjectHost } from './project-host';
import { guardQuit } from './quit';
import { ensureSampleProject } from './sample';
import { createScratch } from './scratch';
import { guardSession, hardenApp } from './security';
import { SetImports } from './set-import';
import { createSlowThread } from './slow-thread';
import { createStoppable } from './stoppable';
import { Reports } from './report-saving';
import { runSmoke } from './smoke';
import { settleUserData } from './user-data';
import { giveWindowsRoom } from './window-memory';
import { commitPendingEdits, createWindow, focusWindow } from './window';

/** What the second of two runs tells the first. */
interface Handover {
  readonly project: string | undefined;
}

/** So long a backup that is being written may keep the app from leaving, in milliseconds. Nothing is lost without it. */
const LONGEST_LEAVING = 5_000;

const built = join(import.meta.dirname, '..');
const options = readLaunchOptions(process.argv, process.cwd());
const page = choosePageSource({
  packaged: app.isPackaged,
  developmentUrl: process.env['ELECTRON_RENDERER_URL'],
});

app.setName('Postil');
const userData = settleUserData(options);
registerAppScheme();
hardenApp(page);
giveWindowsRoom();

// The ready event waits for this module: nothing here may wait for the event.
if (app.requestSingleInstanceLock({ project: options.project } satisfies Handover)) {
  app.whenReady().then(start).catch(giveUp);
} else {
  app.exit(0);
}

async function start(): Promise<void> {
  const run = beginRun(userData);
  app.on('will-quit', run.end);
  serveApp(join(built, 'renderer'));
  guardSession(session.defaultSession, page);
  const memory = await openAppMemory(userData);
  nativeTheme.themeSource = memory.get().settings.theme;

  let shown: BrowserWindow | undefined;
  const window = (): BrowserWindow | undefined => shown;
  const contents = (): BrowserWindow['webContents'] | undefined => shown?.webContents;
  const faults = new FaultLog(now);
  const outbox = createOutbox(contents, (fault) => {
    faults.add(fault);
  });
  for (const notice of memory.notices) outbox.send('notice', notice);
  const onUnexpected = (what: string, error: unknown): void => {
    logError(what, error);
    faults.addError(error);
    outbox.send('notice', createFault('main.fault.unexpected', { problem: reasonOf(error) }));
  };
  process.on('uncaughtException', (error) => {
    onUnexpected('Uncaught', error);
  });
  process.on('unhandledRejection', (error) => {
    onUnexpected('Unhandled', error);
  });

  const { run: runSlowly } = createSlowThread();
  const journals = join(userData, 'journals');
  const backups = new Backups({
    root: join(userData, 'backups'),
    runSlowly,
    now,
    onFault: (fault) => {
      outbox.send('notice', fault);
    },
  });
  const host = new ProjectHost({
    memory,
    outbox,
    onChange: () => {
      menu.refresh();
      window()?.setTitle(host.session?.project.title ?? app.getName());
    },
    commitPendingEdits: () => commitPendingEdits(window()),
    journals,
    backups,
    runSlowly,
    keepSnapshot: (session, project, coderId) => {
      figures.keepBefore(session, project, coderId);
    },
  });
  const figures: Figures = new Figures({ host, outbox, runSlowly });
  const looking = createStoppable(
    createSlowThread((progress) => {
      if (typeof progress === 'object') outbox.send('looking.progress', progress);
    }),
  );
  const scratch = createScratch(join(userData, 'scratch'));
  const packs = new Packs({
    host,
    backups,
    journals,
    looking,
    scratch,
    outbox,
    onChange: () => {
      menu.refresh();
    },
    askForPackFile,
    askForPack,
    askForPackFolder,
  });
  /** An act from the menu: the window hears of it only when it fails. */
  const tell = (act: Promise<Result<undefined>>): void => {
    act
      .then((done) => {
        if (!done.ok) outbox.send('notice', done.fault);
        menu.refresh();
      })
      .catch((error: unknown) => {
        onUnexpected('A menu item failed', error);
      });
  };
  const menu = keepMenu(
    () => ({
      platform,
      developerTools: !app.isPackaged,
      projectOpen: host.session !== undefined,
      history: host.session === undefined ? {} : packs.named(historyNames(host.session.history)),
      settings: memory.get().settings,
      recentProjects: memory.get().recentProjects,
    }),
    {
      act: (action) => {
        outbox.send('menu.action', action);
      },
      openRecent: (folder) => {
        tell(openRecent(host, memory, folder));
      },
      clearRecent: () => {
        memory.update((known) => ({ ...known, recentProjects: [] }));
        menu.refresh();
      },
    },
  );

  const started = openFirstProject(host, memory);
  if (run.wasCutShort) {
    void started.then(() => {
      const n = host.session?.caughtUp ?? 0;
      if (host.session !== undefined) outbox.send('notice', createFault('main.recovered', { n }));
    });
  }
  const handlers = createHandlers({
    host,
    memory,
    imports: new SetImports(host),
    codebooks: new CodebookImports(host),
    reports: new Reports({
      host,
      memory,
      backups,
      runSlowly,
      faults,
      beforeWasCutShort: run.wasCutShort,
    }),
    past: new Past({ host, backups, runSlowly, journals, askForCopy }),
    runSlowly,
    figures,
    packs,
    matching: new Matching({ host, backups, journals, looking }),
    looking,
    outbox,
    window,
    platform,
    started,
    onSettings: () => {
      menu.refresh();
    },
  });
  openDoor(handlers, { contents, origin: page.origin, onUnexpected });
  const quit = guardQuit({
    window,
    settle: async () => {
      await commitPendingEdits(window());
      const settled = await host.settled();
      await Promise.race([backups.settled(), wait(LONGEST_LEAVING)]);
      await memory.flush();
      return settled;
    },
    retrySave: () => {
      host.session?.retrySave();
    },
    tidy: async () => {
      const tidied = looking.stop().then(() => scratch.idle());
      await Promise.race([tidied, wait(LONGEST_LEAVING)]);
    },
  });
  app.on('second-instance', (_event, _argv, _folder, handover) => {
    focusWindow(window());
    const { project } = handover as Handover;
    if (project !== undefined) tell(host.open(project));
  });

  shown = createWindow({
    page,
    preload: join(built, 'preload', 'index.cjs'),
    place: memory.get().window,
    developerTools: !app.isPackaged,
    onPlace: (place) => {
      memory.update((known) => ({ ...known, window: place }));
    },
  });
  shown.setTitle(app.getName());
  shown.on('closed', () => {
    shown = undefined;
  });
  shown.on('focus', () => void host.lookOutside());
  quit.watch(shown);
  if (options.smoke !== undefined || options.smokeWithoutFile) {
    await runSmoke(shown, options.smoke, started);
  }
}

/** The project asked for, else the last one, else the sample, made anew at the first start. The answer is why not. */
async function openFirstProject(host: ProjectHost, memory: AppMemory): Promise<Fault | undefined> {
  const known = options.project ?? memory.get().lastProject;
  const folder =
    known === undefined
      ? await ensureSampleProject(join(userData, 'projects'), join(app.getAppPath(), 'documents'))
      : ({ ok: true, value: known } as const);
  if (!folder.ok) return folder.fault;
  const opened = await host.open(folder.value);
  return opened.ok ? undefined : opened.fault;
}

/** Without a window there is nobody to tell but a dialog of the system. */
function giveUp(error: unknown): void {
  logError('Postil could not start', error);
  if (options.smoke === undefined) dialog.showErrorBox(app.getName(), reasonOf(error));
  app.exit(1);
}

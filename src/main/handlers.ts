import { app, nativeTheme, type BrowserWindow } from 'electron';
import { createFault, fail, ok, type Fault } from '../core/result';
import type { StartState } from '../ipc/contract';
import type { AppMemory } from './app-memory';
import { exportCodebook, type CodebookImports } from './codebook-transfer';
import {
  askForCodebook,
  askForCodebookExport,
  askForExport,
  askForImport,
  askForTexts,
} from './dialogs';
import type { Handlers, Outbox } from './ipc-door';
import { chooseProject, newProject, showFolder } from './project-acts';
import { saveMethods } from './methods-saving';
import type { Figures } from './figures';
import type { Matching } from './matching';
import type { Packs } from './packs';
import type { Past } from './past';
import type { Reports } from './report-saving';
import type { ProjectHost } from './project-host';
import { checkExportChoice, exportSets } from './set-export';
import type { SetImports } from './set-import';
import type { RunSlowly } from './slow-tasks';
import type { Stoppable } from './stoppable';
import { addTexts } from './text-adding';

interface Desk {
  readonly host: ProjectHost;
  readonly memory: AppMemory;
  readonly imports: SetImports;
  readonly codebooks: CodebookImports;
  readonly past: Past;
  readonly packs: Packs;
  readonly matching: Matching;
  readonly figures: Figures;
  readonly looking: Stoppable;
  readonly runSlowly: RunSlowly;
  readonly reports: Reports;
  readonly outbox: Outbox;
  readonly window: () => BrowserWindow | undefined;
  readonly platform: StartState['platform'];
  /** Resolves when the first project is open, or with why there is none. */
  readonly started: Promise<Fault | undefined>;
  readonly onSettings: () => void;
}

/** What answers the window's requests. Sender and arguments were checked at the door. */
export function createHandlers(desk: Desk): Handlers {
  const { host, memory, imports, codebooks, past, outbox, window } = desk;
  return {
    'app.start': async () => {
      const fault = await desk.started;
      const project = host.describe();
      outbox.listen();
      if (host.session !== undefined) outbox.send('save.state', host.session.saveState);
      return {
        settings: memory.get().settings,
        project: project.ok ? project.value : undefined,
        fault: project.ok ? undefined : fault,
        appVersion: app.getVersion(),
        platform: desk.platform,
      };
    },
    'document.text': (id) => {
      const text = host.session?.textOf(id);
      return text === undefined
        ? fail(createFault('fault.command.unknownDocument', { id }))
        : ok(text);
    },
    'document.place': (id, place) => {
      host.rememberPlace(id, place);
      return undefined;
    },
    'document.open': (id) => {
      host.rememberOpenDocument(id);
      return undefined;
    },
    'command.perform': (command, token) => host.performForWindow(command, token),
    'history.undo': () => desk.packs.undo(),
    'history.redo': () => host.redo(),
    'settings.change': (settings) => {
      memory.update((known) => ({ ...known, settings }));
      nativeTheme.themeSource = settings.theme;
      desk.onSettings();
      return undefined;
    },
    'coder.choose': (id) => host.chooseCoder(id),
    'coder.enter': () => {
      host.enter();
    },
    'project.create': () => newProject(host, window()),
    'project.open': () => chooseProject(host, window()),
    'project.showFolder': () => showFolder(host),
    'project.reload': () => host.describeInSteps(),
    'texts.choose': async () => {
      const session = host.require();
      if (!session.ok) return session;
      const paths = await askForTexts(window());
      return paths.length === 0 ? ok(undefined) : addTexts(host, paths);
    },
    'texts.drop': (paths) => addTexts(host, paths),
    'sets.export': async (choice) => {
      const session = host.require();
      if (!session.ok) return session;
      const fault = checkExportChoice(session.value.project, choice);
      if (fault !== undefined) return fail(fault);
      const file = await askForExport(window(), session.value.project.title);
      return file === undefined
        ? ok(undefined)
        : exportSets(session.value, choice, file, app.getVersion(), host.coderId);
    },
    'sets.chooseImport': async () => {
      const session = host.require();
      if (!session.ok) return fail({ fileName: '', faults: [session.fault], total: 1 });
      const file = await askForImport(window());
      return file === undefined ? ok(undefined) : imports.prepare(session.value, file);
    },
    'sets.confirmImport': (planId) => imports.confirm(planId),
    'codebook.export': async () => {
      const session = host.require();
      if (!session.ok) return session;
      const file = await askForCodebookExport(window(), session.value.project.title);
      return file === undefined ? ok(undefined) : exportCodebook(session.value, file);
    },
    'codebook.chooseImport': async () => {
      const session = host.require();
      if (!session.ok) return fail({ fileName: '', faults: [session.fault], total: 1 });
      const file = await askForCodebook(window());
      return file === undefined ? ok(undefined) : codebooks.prepare(session.value, file);
    },
    'codebook.confirmImport': (planId, retireOthers) => codebooks.confirm(planId, { retireOthers }),
    'save.retry': () => {
      host.session?.retrySave();
      return undefined;
    },
    'backups.list': (shelf) => past.list(shelf ?? undefined),
    'backups.make': () => past.make(),
    'past.deeds': (documentId) => past.deeds(documentId ?? undefined),
    'past.compare': (id) => past.compare(id),
    'past.restore': (id) => past.restore(id, window()),
    'past.openCopy': () => past.openCopy(),
    'pack.write': (kind, coderId) => desk.packs.write(kind, coderId, window()),
    'pack.choose': () => desk.packs.choose(window()),
    'pack.confirm': (planId, choices) => desk.packs.confirm(planId, choices, window()),
    'pack.takeBack': () => desk.packs.takeBack(),
    'unmatched.look': () => desk.matching.look(),
    'looking.cancel': () => {
      void desk.looking.stop();
      return undefined;
    },
    'unmatched.settle': (planId, choices) => desk.matching.settle(planId, choices),
    'methods.save': (source, wish) => saveMethods(host, desk.figures, window(), source, wish),
    'snapshot.list': () => desk.figures.list(),
    'snapshot.take': (reason) => desk.figures.take(reason),
    'agreement.figures': (source, wish) => desk.figures.compute(source, wish),
    'agreement.cancel': () => {
      desk.figures.cancel();
      return undefined;
    },
    'report.prepare': () => desk.reports.prepare(),
    'report.save': () => desk.reports.save(window()),
  };
}

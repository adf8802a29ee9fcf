import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { t } from '../core/messages/message';
import { logError } from './log';
import type { PageSource } from './page-source';
import type { WindowPlace } from '../ipc/remembered';
import { fitWindow, SMALLEST, type Area } from './window-place';

/** The page's colour before it is painted: `--paper` of the window's tokens. */
const PAPER = { light: '#fcfbf8', dark: '#1a1b1d' } as const;

/** A window that fails more often than this in a minute is not loaded again. */
const FAILURES_A_MINUTE = 3;

/** The one window, loading the page; shown as soon as there is something to see. */
export function createWindow(given: {
  readonly page: PageSource;
  readonly preload: string;
  readonly place: WindowPlace | undefined;
  readonly developerTools: boolean;
  readonly onPlace: (place: WindowPlace) => void;
}): BrowserWindow {
  const window = new BrowserWindow({
    ...fitWindow(given.place, screenAreas()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload: given.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: given.developerTools,
    },
  });
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.once('ready-to-show', () => {
    if (given.place?.maximised === true) window.maximize();
    window.show();
  });
  // The title is the project's, set by whoever opens one.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  rememberPlace(window, given.onPlace);
  reloadAfterFailure(window);
  stayOnPage(window, given.page);
  return window;
}

/** Chromium asks nobody before it shows an empty page (`about:blank`); then the window comes back by itself. */
function stayOnPage(window: BrowserWindow, page: PageSource): void {
  const load = (): void => {
    window.webContents.loadURL(page.url).catch((error: unknown) => {
      logError('The page did not load', error);
    });
  };
  window.webContents.on('did-navigate', (_event, url) => {
    if (url !== page.url) load();
  });
  load();
}

/**
 * Lets the window hand over what is being typed: a field gives its text away when it loses the focus. Waits a moment
 * for that to arrive, at most one second for a window that does not answer.
 */
export async function commitPendingEdits(window: BrowserWindow | undefined): Promise<void> {
  if (window === undefined || window.isDestroyed() || window.webContents.isCrashed()) return;
  const blur = window.webContents
    .executeJavaScript(
      'document.activeElement?.blur?.(); new Promise((done) => setTimeout(done, 50)).then(() => true)',
    )
    .catch((error: unknown) => {
      logError('The window could not hand over what was being typed', error);
    });
  await Promise.race([blur, new Promise((done) => setTimeout(done, 1_000))]);
}

export function focusWindow(window: BrowserWindow | undefined): void {
  if (window === undefined) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function screenAreas(): readonly [Area, ...Area[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary.workArea, ...others.map((display) => display.workArea)];
}

function rememberPlace(window: BrowserWindow, onPlace: (place: WindowPlace) => void): void {
  const tell = (): void => {
    if (window.isMinimized() || window.isFullScreen()) return;
    onPlace({ ...window.getNormalBounds(), maximised: window.isMaximized() });
  };
  window.on('resize', tell);
  window.on('move', tell);
  window.on('maximize', tell);
  window.on('unmaximize', tell);
}

/** Nothing is lost with the window: every command it gave is in the main process. */
function reloadAfterFailure(window: BrowserWindow): void {
  let failures: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    logError('The window’s process is gone', details.reason);
    const now = Date.now();
    failures = [...failures.filter((at) => now - at < 60_000), now];
    if (failures.length > FAILURES_A_MINUTE) {
      dialog.showErrorBox(t('main.crash.title'), t('main.crash.text'));
      return;
    }
    window.webContents.reload();
  });
  window.webContents.on('preload-error', (_event, path, error) => {
    logError(`The preload ${path} failed`, error);
  });
}

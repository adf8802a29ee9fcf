import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../ipc/bridge';
import { EVENTS, REQUESTS, type Requests } from '../ipc/contract';

/** Dropped files have a function of their own: the page never names a path. */
const ASKABLE: ReadonlySet<string> = new Set(REQUESTS.filter((name) => name !== 'texts.drop'));
const AUDIBLE: ReadonlySet<string> = new Set(EVENTS);

function invoke<Name extends keyof Requests>(
  name: Name,
  ...args: Parameters<Requests[Name]>
): Promise<ReturnType<Requests[Name]>> {
  return ipcRenderer.invoke(name, ...args) as Promise<ReturnType<Requests[Name]>>;
}

const bridge = {
  ask(name, ...args) {
    if (!ASKABLE.has(name)) return Promise.reject(new TypeError(`No such request: ${name}`));
    return invoke(name, ...args);
  },
  on(name, listener) {
    if (!AUDIBLE.has(name)) throw new TypeError(`No such event: ${name}`);
    // The event object of Electron, which holds the sender, stays here.
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]): void => {
      listener(payload);
    };
    ipcRenderer.on(name, forward);
    return () => {
      ipcRenderer.removeListener(name, forward);
    };
  },
  dropTexts(files) {
    const paths = files.map((file) => webUtils.getPathForFile(file));
    return invoke(
      'texts.drop',
      paths.filter((path) => path !== ''),
    );
  },
} satisfies Bridge<File>;

contextBridge.exposeInMainWorld('postil', bridge);

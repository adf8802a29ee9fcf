import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { parseWith } from '../core/project/parse-with';
import { describeFault, type Fault } from '../core/result';
import { argumentSchemas } from '../ipc/arguments';
import { REQUESTS, type Events, type Requests } from '../ipc/contract';

/** What answers each request of the window. */
export type Handlers = {
  readonly [Name in keyof Requests]: (
    ...args: Parameters<Requests[Name]>
  ) => ReturnType<Requests[Name]> | Promise<ReturnType<Requests[Name]>>;
};

/** Tells the window of what happens, from the moment on at which it has asked how things stand. */
export interface Outbox {
  readonly listening: boolean;
  /** Before `listen`, notices are kept and all else is left out: the answer to `app.start` will hold it. */
  send<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
  listen(): void;
}

interface DoorFrame {
  /** The window that is listened to; all others are refused. */
  readonly contents: () => WebContents | undefined;
  readonly origin: string;
  readonly onUnexpected: (name: string, error: unknown) => void;
}

/**
 * The only place that touches Electron's raw channels. A request is answered when it comes from the main frame of our
 * window, from our page, with arguments as the contract says; else its promise rejects and nothing has happened.
 */
export function openDoor(handlers: Handlers, frame: DoorFrame): void {
  for (const name of REQUESTS) answer(name, handlers[name], frame);
}

/** `onNotice` hears of everything that a person is told of unasked. */
export function createOutbox(
  contents: DoorFrame['contents'],
  onNotice: (fault: Fault) => void,
): Outbox {
  let listening = false;
  let kept: Fault[] = [];
  const send: Outbox['send'] = (name, payload) => {
    if (listening && name === 'notice') onNotice(payload as Fault);
    if (listening) contents()?.send(name, payload);
    else if (name === 'notice') kept.push(payload as Fault);
  };
  return {
    get listening() {
      return listening;
    },
    send,
    listen() {
      listening = true;
      const notices = kept;
      kept = [];
      for (const notice of notices) send('notice', notice);
    },
  };
}

function answer<Name extends keyof Requests>(
  name: Name,
  handler: Handlers[Name],
  frame: DoorFrame,
): void {
  ipcMain.handle(name, async (event, ...args: unknown[]) => {
    if (!comesFrom(event, frame)) throw new Error(`Refused ${name}: not from Postil's window`);
    const parsed = parseWith(argumentSchemas[name], args);
    if (!parsed.ok) throw new TypeError(`Refused ${name}: ${describeFault(parsed.fault)}`);
    try {
      return await handler(...parsed.value);
    } catch (error) {
      frame.onUnexpected(name, error);
      throw error;
    }
  });
}

function comesFrom(event: IpcMainInvokeEvent, frame: DoorFrame): boolean {
  const contents = frame.contents();
  const sender = event.senderFrame;
  return (
    contents !== undefined &&
    sender !== null &&
    event.sender === contents &&
    sender === contents.mainFrame &&
    sender.origin === frame.origin
  );
}

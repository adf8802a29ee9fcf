import type { Bridge } from '../ipc/bridge';

declare global {
  interface Window {
    /** The one door to the main process. */
    readonly postil: Bridge<File>;
  }
}

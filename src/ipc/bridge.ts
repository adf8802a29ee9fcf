import type { AddedTexts, Events, Requests } from './contract';
import type { Result } from '../core/result';

/** The one door between the window and the main process: `window.postil`. */
export interface Bridge<DroppedFile> {
  /** Asks the main process; only the channels of `Requests` but for `texts.drop`. */
  ask<Name extends Exclude<keyof Requests, 'texts.drop'>>(
    name: Name,
    ...args: Parameters<Requests[Name]>
  ): Promise<ReturnType<Requests[Name]>>;
  /** Listens to the main process; the answer stops listening. */
  on<Name extends keyof Events>(name: Name, listener: (event: Events[Name]) => void): () => void;
  /** Adds files and folders dropped on the window. Their paths are asked of the system, never of the page. */
  dropTexts(files: readonly DroppedFile[]): Promise<Result<AddedTexts>>;
}

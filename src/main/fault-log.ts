import { basename } from 'node:path';
import type { Timestamp } from '../core/ids';
import type { Fault } from '../core/result';

/** So many are kept, the latest. */
const MOST = 200;
/** Of a stack, so many lines. */
const DEPTH = 12;

/** What went wrong in this run, without a word of what it was about. */
export interface LoggedFault {
  readonly at: Timestamp;
  /** Key of the sentence that was shown, or the kind of error that nobody expected. */
  readonly what: string;
  /** Of an error: places in Postil's own code, `name (file:line:column)`. */
  readonly stack?: readonly string[];
}

/** Remembers faults for a report that a person may save; in memory only. */
export class FaultLog {
  #faults: LoggedFault[] = [];

  constructor(private readonly now: () => Timestamp) {}

  get faults(): readonly LoggedFault[] {
    return this.#faults;
  }

  add({ code }: Fault): void {
    this.#push({ at: this.now(), what: code });
  }

  /** Of an error its message is left out: it may quote a text or name a folder. */
  addError(error: unknown): void {
    const isError = error instanceof Error;
    const what = isError ? error.constructor.name : typeof error;
    const stack = isError ? placesIn(error) : [];
    this.#push({ at: this.now(), what, stack });
  }

  #push(fault: LoggedFault): void {
    this.#faults = [...this.#faults, fault].slice(-MOST);
  }
}

/** The message stands in the stack too, and may have lines that look like places. */
function placesIn({ stack = '', message }: Error): readonly string[] {
  return stack
    .replace(message, '')
    .split('\n')
    .flatMap((line) => {
      const [, name = '', path = '', place = ''] =
        /^\s+at (?:(?:async )?([\w$.#<>]+) \()?(?:file:\/\/)?(.*?):(\d+:\d+)\)?$/u.exec(line) ?? [];
      const file = basename(path);
      return CODE_FILE.test(file) ? [`${name} (${file}:${place})`.trim()] : [];
    })
    .slice(0, DEPTH);
}

const CODE_FILE = /^[\w.-]+[.][cm]?[jt]s$/u;

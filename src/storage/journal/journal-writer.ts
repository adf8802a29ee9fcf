import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { parseJsonText } from '../../core/text/json';
import type { Disk } from '../disk';
import { JournalFile } from './journal-file';
import { encodeLine, hasOwnKeys, LONGEST_LINE, type JournalBody } from './journal-line';
import type { JournalEnd } from './scan-journal';

/** The numbers of the first and the last line of an append, and the hash of the last. */
export interface Appended {
  readonly first: number;
  readonly last: number;
  readonly hash: string;
}

interface Append {
  /** JSON texts, taken when it was asked for. */
  readonly bodies: readonly string[];
  readonly resolve: (result: Result<Appended>) => void;
  readonly reject: (error: unknown) => void;
}

/** Room for the beginning of a line before its body. */
const BEGINNING = 256;

/**
 * Writes one journal. An append that is answered with ok outlives a power cut. Appends that wait for the disk share one
 * write and one fdatasync.
 *
 * An append that is answered with a fault is not in the file, or (after a crash, or when the disk failed while it was
 * told to keep the lines) may be in it although nobody said so: the caller keeps the bodies and appends them again, and
 * a reader takes a body that comes twice as one. With a fault, all appends that wait are refused too, so that no body
 * overtakes another.
 */
export class JournalWriter {
  readonly #file: JournalFile;
  #waiting: Append[] = [];
  #running: Promise<void> | undefined;
  #isClosed = false;

  constructor(
    readonly path: string,
    end: JournalEnd,
    tail: Buffer,
    disk: Disk,
  ) {
    this.#file = new JournalFile(path, end, tail, disk);
  }

  /** What is known to be on disk. */
  get end(): JournalEnd {
    return this.#file.end;
  }

  /**
   * Bodies in this order, at least one; all of them are written or none. A body that could not be read again (too deep,
   * too long, half a surrogate pair) is refused at once. After `journal.changed` nothing is written any more.
   */
  async append(bodies: readonly JournalBody[]): Promise<Result<Appended>> {
    if (this.#isClosed || bodies.length === 0) throw new Error('Closed, or nothing to append');
    const texts: string[] = [];
    for (const body of bodies) {
      const text = JSON.stringify(body);
      const fault = checkBody(body, text);
      if (fault !== undefined) {
        return fail(createFault('journal.body', { file: this.path, problem: fault.text }));
      }
      texts.push(text);
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bodies: texts, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Waits for the appends that were asked for; no other may follow. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // What is asked for in one turn is one group.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting.splice(0);
      try {
        const fault = await this.#write(group);
        if (fault !== undefined) {
          for (const { resolve } of [...group, ...this.#waiting.splice(0)]) resolve(fail(fault));
        }
      } catch (error) {
        for (const { reject } of [...group, ...this.#waiting.splice(0)]) reject(error);
      }
    }
    this.#running = undefined;
  }

  async #write(group: readonly Append[]): Promise<Fault | undefined> {
    let { line, hash } = this.#file.end;
    const chunks: Buffer[] = [];
    const answers: Appended[] = [];
    for (const { bodies } of group) {
      const first = line + 1;
      for (const body of bodies) {
        const encoded = encodeLine((line += 1), hash, body);
        hash = encoded.hash;
        chunks.push(encoded.bytes);
      }
      answers.push({ first, last: line, hash });
    }
    const fault = await this.#file.extend(Buffer.concat(chunks), line, hash);
    if (fault !== undefined) return fault;
    for (const [i, { resolve }] of group.entries()) resolve(ok(answers[i] as Appended));
    return undefined;
  }
}

/** What is written can be read again, or it is not written. */
function checkBody(body: JournalBody, text: string): Fault | undefined {
  if (hasOwnKeys(body)) throw new Error('A body has a key of the line itself');
  if (Buffer.byteLength(text) + BEGINNING > LONGEST_LINE) {
    return createFault('journal.bad.long', { max: LONGEST_LINE / 1024 / 1024 });
  }
  const json = parseJsonText(text);
  return json.ok ? undefined : json.fault;
}

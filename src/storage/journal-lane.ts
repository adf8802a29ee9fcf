import type { JournalEntry } from '../core/journal/entry';
import type { CoderId, DeviceId, ProjectId } from '../core/ids';
import { createFault, type Fault, type Result } from '../core/result';
import type { JournalBody, KnownLines } from './journal/journal-line';
import type { JournalPrefix } from './journal/journal-prefix';
import { openJournal, wantsNewDevice } from './journal/open-journal';
import type { JournalWriter } from './journal/journal-writer';

/** One act on its way to the disk. */
export interface Act {
  readonly entry: JournalEntry;
  /** Counts the acts of a session, from 1; 0 for what an earlier one did. */
  readonly number: number;
  /** In whose journal it stands. */
  readonly coderId: CoderId;
}

/** Where a lane writes, and whether it may. */
export interface LanePlace {
  readonly projectId: () => ProjectId;
  /** The ids that the project has and had: a journal begun under an older one is gone on with. */
  readonly projectIds: () => Iterable<ProjectId>;
  readonly deviceId: DeviceId;
  /** Lines that were read when the project was opened. */
  readonly known: KnownLines;
  /** Beginnings of journals, by path, that were found whole then. */
  readonly prefixes: ReadonlyMap<string, JournalPrefix>;
  /** Makes an id for a device, when the journal of the first turns out not to be ours to write. */
  readonly createDeviceId: () => DeviceId;
  pathOf(coderId: CoderId, deviceId: DeviceId): string;
  readonly setAside: string;
  /** Why nothing can be written just now; asked before each write. */
  readonly obstacle: () => Promise<Fault | undefined>;
}

/** How long to wait after a failed write before the next try, in milliseconds: longer each time, up to the last. */
const PAUSES = [500, 1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Brings acts into the journals at one place, in their order, and tries again by itself while that fails. What is counted
 * as done outlives a power cut.
 */
export class JournalLane {
  readonly #writers = new Map<CoderId, JournalWriter>();
  #deviceId: DeviceId;
  #waiting: Act[] = [];
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #done = 0;
  #fault: Fault | undefined;
  #isClosed = false;

  constructor(
    private readonly place: LanePlace,
    private readonly onChange: () => void,
  ) {
    this.#deviceId = place.deviceId;
  }

  /** The number of the last act that is on disk. */
  get done(): number {
    return this.#done;
  }

  /** Why the acts that wait are not on disk; undefined while none has failed. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  get isBehind(): boolean {
    return this.#waiting.length > 0;
  }

  /** The number of the last line in a coder's journal; 0 while none was written. */
  lastLine(coderId: CoderId): number {
    return this.#writers.get(coderId)?.end.line ?? 0;
  }

  push(acts: readonly Act[]): void {
    this.#waiting = this.#waiting.concat(acts);
    this.#start();
  }

  /** Tries at once what waits for its next turn. */
  retry(): void {
    if (this.#waiting.length > 0) this.#start();
  }

  /** Resolves when nothing is under way: all is on disk, or a write has failed. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.idle();
    for (const writer of this.#writers.values()) await writer.close();
  }

  #start(): void {
    clearTimeout(this.#timer);
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#waiting.length > 0 && this.#fault === undefined) this.#start();
    });
  }

  async #run(): Promise<void> {
    // What is asked for in one turn goes into one write.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const coderId = (this.#waiting[0] as Act).coderId;
      const end = this.#waiting.findIndex((act) => act.coderId !== coderId);
      const acts = this.#waiting.slice(0, end === -1 ? this.#waiting.length : end);
      const fault = await this.#write(coderId, acts).catch(unexpected);
      if (fault !== undefined) {
        this.#fail(fault);
        return;
      }
      this.#waiting.splice(0, acts.length);
      this.#done = Math.max(this.#done, ...acts.map((act) => act.number));
      this.#fault = undefined;
      this.#failures = 0;
      this.onChange();
    }
  }

  async #write(coderId: CoderId, acts: readonly Act[]): Promise<Fault | undefined> {
    const obstacle = await this.place.obstacle();
    if (obstacle !== undefined) return obstacle;
    const bodies = acts.map((act) => act.entry as unknown as JournalBody);
    const first = await this.#append(coderId, bodies);
    if (first === undefined) return undefined;
    // The place itself is there: the coder's folder in it was taken away with the journal.
    const isTaken = first.code === 'storage.write.gone' && this.#writers.has(coderId);
    if (!isTaken && !wantsNewDevice(first)) return first;
    // Somebody else wrote what should be ours alone: that stays, and we go on in a new journal.
    this.#deviceId = this.place.createDeviceId();
    this.#writers.clear();
    return this.#append(coderId, bodies);
  }

  async #append(coderId: CoderId, bodies: readonly JournalBody[]): Promise<Fault | undefined> {
    const writer = await this.#writerOf(coderId);
    if (!writer.ok) return writer.fault;
    const appended = await writer.value.append(bodies);
    return appended.ok ? undefined : appended.fault;
  }

  async #writerOf(coderId: CoderId): Promise<Result<JournalWriter>> {
    const known = this.#writers.get(coderId);
    if (known !== undefined) return { ok: true, value: known };
    const deviceId = this.#deviceId;
    const head = { projectId: this.place.projectId(), coderId, deviceId };
    const path = this.place.pathOf(coderId, deviceId);
    const opened = await openJournal(path, head, {
      setAside: this.place.setAside,
      projectIds: this.place.projectIds(),
      known: this.place.known,
      prefix: this.place.prefixes.get(path),
    });
    if (!opened.ok) return opened;
    this.#writers.set(coderId, opened.value.writer);
    return { ok: true, value: opened.value.writer };
  }

  #fail(fault: Fault): void {
    this.#fault = fault;
    const pause = PAUSES[Math.min(this.#failures, PAUSES.length - 1)] as number;
    this.#failures += 1;
    if (!this.#isClosed) {
      this.#timer = setTimeout(() => {
        this.retry();
      }, pause);
      this.#timer.unref();
    }
    this.onChange();
  }
}

/** An error of ours: the acts wait, as after an error of the disk. */
function unexpected(error: unknown): Fault {
  const reason = error instanceof Error ? error.message : String(error);
  return createFault('storage.save.unexpected', { reason });
}

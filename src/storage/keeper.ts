import type { JournalEntry } from '../core/journal/entry';
import { fail, ok, type Fault, type Result } from '../core/result';
import type { CoderId } from '../core/ids';
import { JournalLane, type Act, type LanePlace } from './journal-lane';
import type { SaveState } from './save-state';

/** Brings the project's JSON files up to date after the journals. */
interface Files {
  readonly fault: Fault | undefined;
  readonly isBehind: boolean;
  retry(): void;
  idle(): Promise<void>;
}

/**
 * Keeps what was done: in the journal on this computer, where there is one, and in the coder's journal in the project's
 * folder. On disk at either place is saved; the folder may be away, full or read-only meanwhile and is caught up later.
 */
export class Keeper {
  readonly #local: JournalLane | undefined;
  readonly #folder: JournalLane;
  readonly #listeners = new Set<(state: SaveState) => void>();
  #acts = 0;
  #serial = 0;
  #state: SaveState = { kind: 'saved', serial: 0 };

  constructor(
    places: { readonly local: LanePlace | undefined; readonly folder: LanePlace },
    private readonly files: Files,
  ) {
    const follow = (): void => {
      this.follow();
    };
    this.#local = places.local && new JournalLane(places.local, follow);
    this.#folder = new JournalLane(places.folder, () => {
      this.follow();
      if (!this.#folder.isBehind) this.files.retry();
    });
  }

  get state(): SaveState {
    return this.#state;
  }

  onState(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Acts that led to the change with this serial. Returns at once; until they are on disk the state is `saving`. */
  keep(entries: readonly JournalEntry[], coderId: CoderId, serial: number): void {
    if (entries.length === 0) return;
    const acts = entries.map((entry): Act => ({ entry, coderId, number: (this.#acts += 1) }));
    this.#serial = serial;
    this.#setState({ kind: 'saving' });
    this.#local?.push(acts);
    this.#folder.push(acts);
  }

  /** Acts that only the journal on this computer has, from a time when the folder was not at hand. */
  catchUp(acts: readonly Act[]): void {
    if (acts.length > 0) this.#folder.push(acts);
  }

  /** A change that others keep: what came from outside. */
  pass(serial: number): void {
    this.#serial = serial;
    this.follow();
  }

  /** Waits for the journals in the folder; true when they have everything. */
  async journalled(): Promise<boolean> {
    await this.#folder.idle();
    return !this.#folder.isBehind;
  }

  lastLine(coderId: CoderId): number {
    return this.#folder.lastLine(coderId);
  }

  retry(): void {
    this.#local?.retry();
    this.#folder.retry();
    this.files.retry();
  }

  /** Resolves when nothing is under way, with why something is nowhere on disk. */
  async settled(): Promise<Result<undefined>> {
    do {
      await Promise.all([this.#local?.idle(), this.#folder.idle()]);
      await this.files.idle();
    } while (this.#folder.isRunning || this.#local?.isRunning === true);
    this.follow();
    return this.#state.kind === 'failed' ? fail(this.#state.fault) : ok(undefined);
  }

  async close(): Promise<Result<undefined>> {
    const settled = await this.settled();
    await Promise.all([this.#local?.close(), this.#folder.close()]);
    return settled;
  }

  /** Finds the state anew; called when a lane or the files have another. */
  follow(): void {
    const done = Math.max(this.#folder.done, this.#local?.done ?? 0);
    if (done >= this.#acts) {
      const folder = this.#folder.fault ?? this.files.fault;
      this.#setState({
        kind: 'saved',
        serial: this.#serial,
        ...(folder && { folder }),
        ...(this.files.isBehind && { files: 'behind' }),
      });
    } else {
      // That a file is behind says nothing of the journals.
      const { fault } = this.#folder;
      const stopped = this.#local === undefined ? fault : this.#local.fault && fault;
      if (stopped === undefined) this.#setState({ kind: 'saving' });
      else this.#setState({ kind: 'failed', fault: stopped });
    }
  }

  #setState(state: SaveState): void {
    const before = this.#state;
    if (JSON.stringify(before) === JSON.stringify(state)) return;
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }
}

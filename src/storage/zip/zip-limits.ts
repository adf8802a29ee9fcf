/** How far an archive is followed. Sizes in bytes. */
export interface ZipLimits {
  readonly archive: number;
  /** Files and folders. */
  readonly entries: number;
  /** One file, unpacked. */
  readonly entry: number;
  /** All files that are taken, unpacked. */
  readonly total: number;
  /** How many times its packed size a file may become, once it is larger than `SMALL`. Prose becomes 2 to 5 times. */
  readonly ratio: number;
}

/** Up to this size nothing is said of the ratio: a short file of blanks is no danger. */
export const SMALL = 1_000_000;

export type OverLimit = 'largeEntry' | 'largeTotal' | 'ratio';

/** What may come out of an archive, and what came out so far. */
export class UnpackBudget {
  readonly #limits: ZipLimits;
  #unpacked = 0;

  constructor(limits: ZipLimits) {
    this.#limits = limits;
  }

  /** Bytes that came out so far, of all files; counted while they do, whatever the archive says. */
  get unpacked(): number {
    return this.#unpacked;
  }

  count(bytes: number): void {
    this.#unpacked += bytes;
  }

  /** Why one more file cannot become `size` from `packed`; undefined when it can. */
  check(size: number, packed: number): OverLimit | undefined {
    const { entry, total, ratio } = this.#limits;
    if (size > entry) return 'largeEntry';
    if (size > SMALL && size > ratio * packed) return 'ratio';
    return this.#unpacked + size > total ? 'largeTotal' : undefined;
  }
}

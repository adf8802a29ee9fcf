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

/** Counts what comes out while it comes out; what an archive says of itself is not believed. */
export class UnpackBudget {
  readonly limits: ZipLimits;
  #unpacked = 0;

  constructor(limits: ZipLimits) {
    this.limits = limits;
  }

  /** Bytes that came out so far, of all files. */
  get unpacked(): number {
    return this.#unpacked;
  }

  /** Takes `bytes` more, which make `size` of one file so far, from `packed`. */
  take(bytes: number, size: number, packed: number): OverLimit | undefined {
    this.#unpacked += bytes;
    return this.#check(size, packed, this.#unpacked);
  }

  /** The same for a file of which nothing has come out yet and that says it has `size`. */
  expect(size: number, packed: number): OverLimit | undefined {
    return this.#check(size, packed, this.#unpacked + size);
  }

  #check(size: number, packed: number, unpacked: number): OverLimit | undefined {
    const { entry, total, ratio } = this.limits;
    if (size > entry) return 'largeEntry';
    if (size > SMALL && size > ratio * packed) return 'ratio';
    return unpacked > total ? 'largeTotal' : undefined;
  }
}

/** Sections filled in one idle slice at most; keeps a slice well under a frame. */
const SLICE = 6;

/** Fills the sections that nobody looks at yet while the window is idle, in text order, then stops for good. */
export class Hydration {
  readonly done = new Set<number>();
  private next = 0;
  private handle: number | undefined;

  constructor(
    private readonly total: number,
    private readonly onHydrated: () => void,
  ) {}

  has(index: number): boolean {
    return this.done.has(index);
  }

  /** Marks sections as filled without telling; true if some were not before. */
  add(indexes: Iterable<number>): boolean {
    const before = this.done.size;
    for (const index of indexes) this.done.add(index);
    return this.done.size > before;
  }

  start(): void {
    if (this.done.size >= this.total) return;
    this.handle = requestIdleCallback(() => {
      const slice: number[] = [];
      while (slice.length < SLICE && this.next < this.total) {
        if (!this.done.has(this.next)) slice.push(this.next);
        this.next += 1;
      }
      if (this.add(slice)) this.onHydrated();
      if (this.next < this.total) this.start();
    });
  }

  stop(): void {
    if (this.handle !== undefined) cancelIdleCallback(this.handle);
  }
}

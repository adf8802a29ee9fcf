/**
 * A press of the mouse in the text: it lasts from pointerdown until the browser has settled the selection, which is
 * after pointerup.
 */
export class Pointing {
  private isDown = false;
  private settling: { readonly exactly: boolean; readonly frame: number } | undefined;

  constructor(private readonly onSettled: (exactly: boolean) => void) {
    window.addEventListener('pointerup', this.onUp);
    window.addEventListener('pointercancel', this.onCancel);
  }

  destroy(): void {
    if (this.settling !== undefined) cancelAnimationFrame(this.settling.frame);
    window.removeEventListener('pointerup', this.onUp);
    window.removeEventListener('pointercancel', this.onCancel);
  }

  /** The selection is still being made. */
  get isGoingOn(): boolean {
    return this.isDown;
  }

  /** True if the press is one that selects. */
  begin(event: PointerEvent): boolean {
    this.isDown = event.button === 0;
    return this.isDown;
  }

  /** Ends a drag or click; a key that comes sooner than the next frame must find it ended. */
  settle(): void {
    if (this.settling === undefined) return;
    const { exactly, frame } = this.settling;
    cancelAnimationFrame(frame);
    this.settling = undefined;
    this.isDown = false;
    this.onSettled(exactly);
  }

  private readonly onUp = (event: PointerEvent): void => {
    if (!this.isDown) return;
    this.settling = {
      exactly: event.altKey,
      frame: requestAnimationFrame(() => {
        this.settle();
      }),
    };
  };

  /** A touch that became scrolling. */
  private readonly onCancel = (): void => {
    this.isDown = false;
  };
}

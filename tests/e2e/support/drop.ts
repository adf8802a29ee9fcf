import type { CDPSession, Page } from '@playwright/test';

/** What is dragged: files and folders by path, or a piece of text. */
interface Dragged {
  readonly files?: readonly string[];
  readonly text?: string;
}

interface DragData {
  readonly items: { mimeType: string; data: string }[];
  readonly files: string[];
  readonly dragOperationsMask: number;
}

/** Allows copying, as a file manager does. */
const COPY = 1;
/** In CSS pixels from the corner of the page. */
const INSIDE = { x: 400, y: 300 };
const OUTSIDE = { x: -20, y: -20 };

/**
 * A drag of the system over the window, as Chromium gets it: the page receives real `File` objects of real files and
 * folders, which the preload can ask for their paths.
 */
export class Drag {
  private constructor(
    private readonly session: CDPSession,
    private readonly data: DragData,
  ) {}

  /** Brings it from outside over the window and holds it there. */
  static async over(page: Page, { files = [], text }: Dragged): Promise<Drag> {
    const drag = new Drag(await page.context().newCDPSession(page), {
      items: text === undefined ? [] : [{ mimeType: 'text/plain', data: text }],
      files: [...files],
      dragOperationsMask: COPY,
    });
    await drag.send('dragEnter');
    await drag.send('dragOver');
    return drag;
  }

  drop(): Promise<void> {
    return this.send('drop');
  }

  /** Takes it out of the window again. */
  leave(): Promise<void> {
    return this.send('dragOver', OUTSIDE);
  }

  private async send(type: 'dragEnter' | 'dragOver' | 'drop', place = INSIDE): Promise<void> {
    await this.session.send('Input.dispatchDragEvent', { type, ...place, data: this.data });
  }
}

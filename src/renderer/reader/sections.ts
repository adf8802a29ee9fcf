import type { Node } from 'prosemirror-model';
import type { DecorationSet } from 'prosemirror-view';
import type { DocumentMap, Section } from './document-map';
import { estimateHeight } from './geometry';
import { Hydration } from './hydration';
import { HydrationMarks } from './hydration-marks';
import type { ReaderElements } from './reader-contract';
import { setNear, SectionView } from './section-view';
import { sectionsNear } from './viewport';

/** Which sections of a text hold their words, and which of them are laid out because they are near the visible part. */
export class Sections {
  /** The elements of the sections that exist now, by index. */
  readonly elements = new Map<number, HTMLElement>();
  private readonly hydration: Hydration;
  private readonly marks: HydrationMarks;
  private shown: readonly Section[] = [];

  constructor(
    private readonly map: DocumentMap,
    doc: Node,
    private readonly page: Pick<ReaderElements, 'scroller' | 'page'>,
    onHydrated: () => void,
  ) {
    this.hydration = new Hydration(map.sections.length, onHydrated);
    this.hydration.add([0]);
    this.marks = new HydrationMarks(doc, map);
  }

  /** Near the visible part, in text order. */
  get near(): readonly Section[] {
    return this.shown;
  }

  get decorations(): DecorationSet {
    return this.marks.of(this.hydration.done);
  }

  createView(node: Node): SectionView {
    return new SectionView(node, {
      isHydrated: (index) => this.hydration.has(index),
      isNear: (index) => this.shown.some((section) => section.index === index),
      estimateHeight: (index) => estimateHeight(this.map, index, this.page.page),
      elements: this.elements,
    });
  }

  /** Lays out and fills what has come near; true if anything has to be painted for it. */
  update(): boolean {
    const { scroller } = this.page;
    const near = sectionsNear(this.map, this.elements, scroller, scroller.clientHeight);
    const isNew =
      near.length !== this.shown.length || near.some((section, i) => section !== this.shown[i]);
    if (isNew) this.layOut(near);
    const isFilled = this.hydration.add(near.map((section) => section.index));
    return isNew || isFilled;
  }

  /** Fills the section of an offset (UTF-16); true if it was not. */
  fillAt(offset: number): boolean {
    const section = this.map.sectionAt(offset);
    return section !== undefined && this.hydration.add([section.index]);
  }

  /** Begins to fill the rest while the window is idle. */
  start(): void {
    this.hydration.start();
  }

  stop(): void {
    this.hydration.stop();
  }

  private layOut(near: readonly Section[]): void {
    const before = this.shown;
    this.shown = near;
    for (const [sections, isNear] of [
      [before, false],
      [near, true],
    ] as const) {
      for (const { index } of sections) {
        const element = this.elements.get(index);
        if (element !== undefined) setNear(element, isNear);
      }
    }
  }
}

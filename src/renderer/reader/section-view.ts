import type { Node } from 'prosemirror-model';
import type { NodeView } from 'prosemirror-view';
import styles from './reader.module.css';

/** What the views of the sections share. */
export interface SectionContext {
  isHydrated(index: number): boolean;
  /** Near the visible part, where the browser must not put the layout off until it sees the section. */
  isNear(index: number): boolean;
  /** Estimated height in CSS pixels, for a section that was not laid out yet. */
  estimateHeight(index: number): number;
  /** The elements of the sections that exist now, by index. */
  readonly elements: Map<number, HTMLElement>;
}

/**
 * A section is an empty box of about the right height until it is hydrated; then it holds its paragraphs for good and
 * the browser skips its layout while it is off the screen.
 */
export class SectionView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM?: HTMLElement;
  private readonly index: number;

  constructor(
    node: Node,
    private readonly context: SectionContext,
  ) {
    this.index = node.attrs['index'] as number;
    this.dom = document.createElement('div');
    this.dom.className = styles['section'] as string;
    const height = `${String(context.estimateHeight(this.index))}px`;
    if (context.isHydrated(this.index)) {
      this.contentDOM = this.dom;
      this.dom.style.containIntrinsicSize = `auto ${height}`;
    } else {
      this.dom.style.height = height;
    }
    if (context.isNear(this.index)) setNear(this.dom, true);
    context.elements.set(this.index, this.dom);
  }

  /** Refusing the update makes ProseMirror build the view anew, now with its content. */
  update(node: Node): boolean {
    const hasContent = this.contentDOM !== undefined;
    return node.attrs['index'] === this.index && this.context.isHydrated(this.index) === hasContent;
  }

  ignoreMutation(mutation: { readonly type: string }): boolean {
    return (
      mutation.type === 'attributes' ||
      (this.contentDOM === undefined && mutation.type !== 'selection')
    );
  }

  destroy(): void {
    if (this.context.elements.get(this.index) === this.dom)
      this.context.elements.delete(this.index);
  }
}

/**
 * Left to itself the browser lays a section out a frame after it came into sight, and the reader sees a blank page: what
 * is near is laid out in any case.
 */
export function setNear(section: HTMLElement, isNear: boolean): void {
  section.style.contentVisibility = isNear ? 'visible' : '';
}

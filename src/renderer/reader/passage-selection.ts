import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { snapToGraphemes, snapToWords } from '../../core/text/snap';
import type { Offset, Span } from '../../core/text/span';
import type { CaretStep } from './caret';
import type { DocumentMap } from './document-map';
import type { ReaderDocument } from './reader-contract';

/** What is selected in the text, in UTF-16 offsets, ends exclusive. */
export class PassageSelection {
  /** A passage that was selected by mouse exactly so: a code is put on it as it is. */
  private exact: Span | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly map: DocumentMap,
    private readonly source: ReaderDocument,
    /** Makes sure that the words at an offset are on the page. */
    private readonly fillAt: (offset: number) => void,
  ) {}

  get isEmpty(): boolean {
    return this.view.state.selection.empty;
  }

  /** Where the selection's moving end is. */
  get caret(): Offset {
    return this.map.toOffset(this.view.state.selection.head);
  }

  /** The passage that a code would be put on now; `exactly` leaves it as it was selected. */
  passage(exactly: boolean): Span | undefined {
    if (this.isEmpty) return undefined;
    const { start, end } = this.selected();
    const isExact = exactly || (this.exact?.start === start && this.exact.end === end);
    const snap = isExact ? snapToGraphemes : snapToWords;
    return snap(this.source.text, start, end);
  }

  /** What a code would cover, where that is something else than the eye sees selected. */
  preview(): Span | undefined {
    const span = this.passage(false);
    const { start, end } = this.selected();
    return span?.start === start && span.end === end ? undefined : span;
  }

  /** Exactly the selected words, as they stand in the text. */
  words(): string {
    this.read();
    const { start, end } = this.selected();
    return this.source.text.slice(start, end);
  }

  select(span: Span, isBackward: boolean): void {
    this.fillAt(span.start);
    const { state } = this.view;
    const [from, to] = [this.map.toPosition(span.start), this.map.toPosition(span.end)];
    const [anchor, head] = isBackward ? [to, from] : [from, to];
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anchor, head)));
  }

  /** Takes the selection away and leaves the caret at its end. */
  collapse(): void {
    this.setCaret(this.selected().end);
  }

  /** Puts the caret before the character at `offset`, so that reading by key goes on from there. */
  setCaret(offset: number): void {
    this.fillAt(offset);
    const position = this.map.toPosition(offset);
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, position)));
  }

  moveCaret(step: CaretStep, extend: boolean): void {
    const { state } = this.view;
    const { anchor, head } = state.selection;
    const target = step(this.source.text, this.map.paragraphs, this.map.toOffset(head));
    this.fillAt(target);
    const position = this.map.toPosition(target);
    const selection = TextSelection.create(state.doc, extend ? anchor : position, position);
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  }

  /** After a drag: snaps what was selected and shows it so. */
  settle(exactly: boolean): void {
    const { selection } = this.view.state;
    this.exact = undefined;
    if (selection.empty) return;
    const isBackward = selection.head < selection.anchor;
    this.exact = this.passage(exactly);
    if (this.exact === undefined) this.collapse();
    else this.select(this.exact, isBackward);
  }

  /**
   * The browser tells of a new selection only some time after it made it; what acts on the selection must not act on
   * the one before.
   */
  read(): void {
    const selection = document.getSelection();
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
    if (!anchorNode || !focusNode || anchorOffset === undefined || focusOffset === undefined)
      return;
    const { dom, state } = this.view;
    if (!dom.contains(anchorNode) || !dom.contains(focusNode)) return;
    const anchor = this.view.posAtDOM(anchorNode, anchorOffset);
    const head = this.view.posAtDOM(focusNode, focusOffset);
    if (anchor === state.selection.anchor && head === state.selection.head) return;
    const read = TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head));
    if (!read.eq(state.selection)) this.view.dispatch(state.tr.setSelection(read));
  }

  private selected(): Span {
    const { from, to } = this.view.state.selection;
    return { start: this.map.toOffset(from), end: this.map.toOffset(to) };
  }
}

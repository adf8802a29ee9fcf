import type { Annotation } from '../../core/annotation/annotation';
import type { ExcludedRegion } from '../../core/document/source-document';
import type { AnnotationId } from '../../core/ids';
import type { Paragraph } from '../../core/text/paragraph';
import type { Span } from '../../core/text/span';
import type { ReadingPlace } from '../../ipc/settings';
import type { Layer } from './cover';

/** The elements the reader lives in, all inside `page`, whose top left corner is the origin of its coordinates. */
export interface ReaderElements {
  readonly scroller: HTMLElement;
  readonly page: HTMLElement;
  readonly text: HTMLElement;
  readonly margin: HTMLElement;
  readonly overlay: HTMLElement;
}

export interface ReaderDocument {
  readonly text: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly excluded: readonly ExcludedRegion[];
}

/** A passage ready to be coded, and where a bar can stand beside it; CSS pixels in the page. */
export interface Passage {
  readonly span: Span;
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

export interface ReaderEvents {
  readonly onPassage: (passage: Passage | undefined) => void;
  readonly onActivate: (id: AnnotationId | undefined) => void;
  readonly onMove: (id: AnnotationId, span: Span) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** The margin was drawn anew. */
  readonly onDrawn: () => void;
  /** Another text is at the top edge of the page. */
  readonly onPlace: (place: ReadingPlace) => void;
  readonly labelOf: (annotation: Annotation) => string;
  /** What lies over a stretch of text, in words. */
  readonly describe: (layers: readonly Layer[]) => string;
  /** Whether its boundaries are this coder's to move. */
  readonly mayMove: (annotation: Annotation) => boolean;
}

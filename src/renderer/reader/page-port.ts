import { extentOf, type Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';
import type { AnnotationView } from '../state/annotation-view';
import type { TextPage } from '../state/text-page';
import type { Geometry } from './geometry';
import type { Margin } from './margin';

interface Parts {
  readonly geometry: Geometry;
  readonly margin: Margin;
  readonly page: HTMLElement;
  readonly text: HTMLElement;
  readonly annotations: () => AnnotationView;
  readonly reveal: TextPage['reveal'];
}

/** The reader as what is drawn over its page sees it. */
export function createPagePort(parts: Parts): TextPage {
  const { geometry, margin, page, text } = parts;
  return {
    frame: () => geometry.frame(),
    whereabouts: (annotation) => {
      const bar = margin.boxOf(annotation.id);
      if (bar !== undefined) return { kind: 'drawn', bar };
      const [from] = geometry.visibleRange(0);
      return { kind: extentOf(annotation).start < from ? 'above' : 'below' };
    },
    boxOf: ({ start, end }) => {
      const { left } = geometry.caretBox(start, 1);
      return { left, right: left, ...geometry.extent(start, end) };
    },
    annotationsAt: (x, y) => {
      const element = document.elementFromPoint(x, y);
      const bar = element?.closest<HTMLElement>('[data-annotation]')?.dataset['annotation'];
      const { find, index } = parts.annotations();
      if (bar !== undefined) return present(find(bar as AnnotationId));
      const offset = text.contains(element) ? geometry.offsetAt(x, y) : undefined;
      return offset === undefined ? [] : index.at(offset);
    },
    toPage: (x, y) => {
      const origin = page.getBoundingClientRect();
      return { x: x - origin.left, y: y - origin.top };
    },
    reveal: parts.reveal,
    scrollNear: (y) => {
      geometry.scrollNear(y);
    },
  };
}

function present(annotation: Annotation | undefined): readonly Annotation[] {
  return annotation === undefined ? [] : [annotation];
}

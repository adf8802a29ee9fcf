import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import { choicesBetween } from '../../core/project/link-choice';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { store } from '../state/app-state';
import { linkDropped, startLink } from '../state/link-actions';
import type { Box, TextPage } from '../state/text-page';
import styles from './relations.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly project: Project;
  readonly page: TextPage;
  readonly bar: Box;
}

interface Drag {
  /** Where the pointer is, in the page. */
  readonly x: number;
  readonly y: number;
  readonly over: Annotation | undefined;
}

/** Pixels that a press may move and still be a press. */
const SLACK = 4;
/** Between two steps of scrolling while the pointer is held at the page's edge, in milliseconds. */
const SCROLL_PACE = 40;

/** The knob beside the bar of the selected annotation: dragged to another annotation it links the two. */
export function LinkKnob({ annotation, project, page, bar }: Props) {
  const [drag, setDrag] = useState<Drag>();
  const endDrag = useRef<() => void>(undefined);
  useEffect(() => () => endDrag.current?.(), []);

  /** The innermost annotation under the pointer that may be linked, else the innermost one at all. */
  const find = (x: number, y: number): Annotation | undefined => {
    const here = page.annotationsAt(x, y).filter((one) => one.id !== annotation.id);
    return here.find((one) => mayLink(project, annotation, one)) ?? here[0];
  };
  const begin = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    // No text is selected by this drag.
    event.preventDefault();
    const knob = event.currentTarget;
    knob.setPointerCapture(event.pointerId);
    const from = { x: event.clientX, y: event.clientY };
    let pointer = from;
    let isDragging = false;
    const follow = (): void => {
      const over = find(pointer.x, pointer.y);
      store.setState({
        pointedId: over && mayLink(project, annotation, over) ? over.id : undefined,
      });
      setDrag({ ...page.toPage(pointer.x, pointer.y), over });
    };
    const onMove = (moved: globalThis.PointerEvent): void => {
      pointer = { x: moved.clientX, y: moved.clientY };
      isDragging ||= Math.hypot(pointer.x - from.x, pointer.y - from.y) > SLACK;
      if (isDragging) follow();
    };
    const scrolling = setInterval(() => {
      if (!isDragging) return;
      page.scrollNear(pointer.y);
      follow();
    }, SCROLL_PACE);
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      stop();
    };
    const stop = (): void => {
      clearInterval(scrolling);
      knob.removeEventListener('pointermove', onMove);
      knob.removeEventListener('pointerup', onUp);
      knob.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKey, true);
      endDrag.current = undefined;
      setDrag(undefined);
      store.setState({ pointedId: undefined });
    };
    const onUp = (up: globalThis.PointerEvent): void => {
      const other = isDragging ? find(up.clientX, up.clientY) : undefined;
      stop();
      if (!isDragging) startLink();
      else if (other !== undefined) linkDropped(annotation, other);
    };
    endDrag.current = stop;
    knob.addEventListener('pointermove', onMove);
    knob.addEventListener('pointerup', onUp);
    knob.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
  };

  const middle = (bar.top + bar.bottom) / 2;
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles['knob']}
        style={{ top: middle - 12 }}
        aria-label={t('relations.knob')}
        title={t('relations.knob')}
        data-dragging={drag !== undefined || undefined}
        onPointerDown={begin}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          startLink();
        }}
      />
      {drag === undefined ? null : (
        <svg className={styles['curves']} aria-hidden="true">
          <path
            className={styles['dragged']}
            d={`M${String(bar.right + 7)} ${String(middle)}L${String(drag.x)} ${String(drag.y)}`}
          />
          <circle className={styles['dragEnd']} cx={drag.x} cy={drag.y} r="4" />
        </svg>
      )}
    </>
  );
}

function mayLink(project: Project, annotation: Annotation, other: Annotation): boolean {
  return (
    other.id !== annotation.id &&
    other.coderId === annotation.coderId &&
    choicesBetween(project.codebook, annotation.codeId, other.codeId).length > 0
  );
}

import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { extentOf } from '../../core/annotation/annotation';
import { openAnnotations } from '../state/annotation-actions';
import { useApp } from '../state/app-state';
import type { ReaderView } from './reader-view';
import styles from './reader.module.css';

interface Props {
  readonly view: ReaderView | undefined;
  readonly children: ReactNode;
}

/** What is asked about the selected annotation, at its passage: below it, or above where there is no room. */
export function Beside({ view, children }: Props) {
  const id = useApp(({ asking, selectedId }) =>
    asking?.annotationId === selectedId ? selectedId : undefined,
  );
  const annotation = useApp((state) => openAnnotations(state).find(id));
  const reading = useApp((state) => state.settings.reading);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<ReturnType<ReaderView['placeBeside']>>();
  const span = annotation && extentOf(annotation);
  const [start, end] = [span?.start, span?.end];
  useLayoutEffect(() => {
    if (view === undefined || start === undefined || end === undefined) return undefined;
    const update = (): void => {
      setPlace(view.placeBeside({ start, end }));
    };
    update();
    // By its width only: it becomes higher by itself while one scrolls, which must not lead back to the passage.
    const page = box.current?.offsetParent;
    let width = page?.clientWidth;
    const observer = new ResizeObserver(() => {
      if (page?.clientWidth === width) return;
      width = page?.clientWidth;
      update();
    });
    if (page) observer.observe(page);
    // A window that becomes narrow hides its panels after it told of its size; measured before, the place is wrong.
    let frame = 0;
    const onResize = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(update);
    };
    window.addEventListener('resize', onResize);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', onResize);
    };
  }, [view, start, end, reading]);
  if (id === undefined || annotation === undefined) return null;
  return (
    <div
      ref={box}
      className={styles['beside']}
      data-above={place?.isAbove}
      style={place && { left: place.left, top: place.top }}
    >
      {children}
    </div>
  );
}

import { useLayoutEffect, useState, type ReactNode } from 'react';
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
  const [place, setPlace] = useState<ReturnType<ReaderView['placeBeside']>>();
  const span = annotation && extentOf(annotation);
  const [start, end] = [span?.start, span?.end];
  useLayoutEffect(() => {
    if (view === undefined || start === undefined || end === undefined) return undefined;
    const update = (): void => {
      setPlace(view.placeBeside({ start, end }));
    };
    update();
    window.addEventListener('resize', update);
    return () => {
      window.removeEventListener('resize', update);
    };
  }, [view, start, end, reading]);
  if (id === undefined || annotation === undefined) return null;
  return (
    <div
      className={styles['beside']}
      data-above={place?.isAbove}
      style={place && { left: place.left, top: place.top }}
    >
      {children}
    </div>
  );
}

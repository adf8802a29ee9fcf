import { startTransition, useEffect, useState, type ReactNode } from 'react';

interface Props {
  /** In how many frames; each was painted before the next is begun. */
  readonly frames: number;
  /** Keeps the place until then. */
  readonly place?: ReactNode;
  readonly children: ReactNode;
}

/** What a page can be without for its first frames: it opens in pieces, and keys are answered between them. */
export function Later({ frames, place = null, children }: Props) {
  const [left, setLeft] = useState(frames);
  useEffect(() => {
    if (left === 0) return undefined;
    let timer = 0;
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => {
        startTransition(() => {
          setLeft(left - 1);
        });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [left]);
  return left === 0 ? children : place;
}

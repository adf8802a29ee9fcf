import type { Steps } from '../../core/comparison/steps';

/** What is done between two frames, in milliseconds: the rest of a frame is for painting and for keys. */
const SLICE = 6;

/** Works off steps between frames; `onDone` is not called after the function that it gives was. */
export function runSteps<Result>(
  steps: Steps<Result>,
  onDone: (result: Result) => void,
): () => void {
  let timer = window.setTimeout(slice);
  function slice(): void {
    const until = performance.now() + SLICE;
    while (performance.now() < until) {
      const step = steps.next();
      if (step.done === true) {
        onDone(step.value);
        return;
      }
    }
    timer = window.setTimeout(slice);
  }
  return () => {
    clearTimeout(timer);
  };
}

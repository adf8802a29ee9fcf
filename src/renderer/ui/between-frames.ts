/** What is done between two frames, in milliseconds: the rest of a frame is for painting and for keys. */
const SLICE = 6;

/** Goes on with work for one slice. The answer is what it came to, when that is the end of it. */
export function workASlice<Result>(
  steps: Iterator<void, Result>,
): { readonly result: Result } | undefined {
  const until = performance.now() + SLICE;
  while (performance.now() < until) {
    const step = steps.next();
    if (step.done === true) return { result: step.value };
  }
  return undefined;
}

/** Works off what can be left between its steps, slice by slice, then tells what it came to. The answer stops it. */
export function workBetweenFrames<Result>(
  steps: Iterator<void, Result>,
  onDone: (result: Result) => void,
): () => void {
  let timer = 0;
  const slice = (): void => {
    const done = workASlice(steps);
    if (done === undefined) timer = window.setTimeout(slice);
    else onDone(done.result);
  };
  timer = window.setTimeout(slice);
  return () => {
    clearTimeout(timer);
  };
}

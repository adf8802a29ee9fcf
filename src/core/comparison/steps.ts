/** Work that can be left between its steps, each of which takes far less than a frame. */
export type Steps<Result> = Generator<void, Result>;

/** All of it at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

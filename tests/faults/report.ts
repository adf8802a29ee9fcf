/**
 * What a worker says of its work, one JSON object a line of its output. `did` is a state that the project may be found in
 * from now on; `saved` says that the last `count` of the states before are passed: it is one of the later ones.
 */
export type Report =
  | { readonly opened: string; readonly notices: readonly string[] }
  | { readonly refused: string; readonly text: string }
  | { readonly did: string }
  | { readonly saved: number }
  | { readonly end: string };

/** What may be found after a worker ended: the states from the last one that was said to be saved. */
export function mayBe(reports: readonly Report[]): readonly string[] {
  const states: string[] = [];
  let saved = 0;
  for (const report of reports) {
    if ('opened' in report) states.push(report.opened);
    if ('did' in report) states.push(report.did);
    if ('saved' in report) saved = Math.max(saved, report.saved);
  }
  return states.slice(saved);
}

import type { FileBody } from './migration';

/** Version 3 has the coder's verdicts on the document. */
export function toAnnotationSet3(body: FileBody): FileBody {
  return { ...body, verdicts: [] };
}

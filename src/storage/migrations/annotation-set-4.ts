import type { FileBody } from './migration';

/** In version 4 a verdict may be about a link; none of those before is. */
export function toAnnotationSet4(body: FileBody): FileBody {
  return body;
}

import type { FileBody } from './migration';

/** Version 2 has the coder's relations that begin in the document, and the coder's decisions about its paragraphs. */
export function toAnnotationSet2(body: FileBody): FileBody {
  return { ...body, relations: [], marks: [] };
}

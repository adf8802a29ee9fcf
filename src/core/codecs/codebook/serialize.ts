import type { Codebook } from '../../codebook/codebook';
import { codebookSchema } from '../../project/codebook-schema';

/** The same format and version as a project's own `codebook.json`, which can be imported as it is. */
export const CODEBOOK_FORMAT_NAME = 'postil-codebook';
export const CODEBOOK_FORMAT_VERSION = 2;

/**
 * A codebook as JSON text: two-space indent, one line feed at the end, the same bytes for the same codebook on every
 * machine. The schema puts the fields in its order, and throws at what could not be read back.
 */
export function serializeCodebook(codebook: Codebook): string {
  const file = {
    format: CODEBOOK_FORMAT_NAME,
    formatVersion: CODEBOOK_FORMAT_VERSION,
    ...codebookSchema.parse(codebook),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

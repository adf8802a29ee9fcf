import type { Codebook } from '../core/codebook/codebook';
import type { Ledger } from '../core/journal/ledger';
import { readItems, readSet, readSharedParts } from '../core/journal/read-project';
import type { ActorsFile, AnnotationSet, MemosFile, ProjectHead } from './project-formats';

/**
 * Takes in what a file of the project holds that another program wrote, where it is of records that nothing was known
 * of; what is known goes by the journals. True if anything was new.
 */
export function takeInFile(ledger: Ledger, data: object): boolean {
  const before = ledger.size;
  if ('annotations' in data) readSet(ledger, data as AnnotationSet);
  else if ('memos' in data) readItems(ledger, 'memo', (data as MemosFile).memos);
  else if ('codes' in data) readSharedParts(ledger, { codebook: data as Codebook });
  else if ('actors' in data) readSharedParts(ledger, { actors: (data as ActorsFile).actors });
  else {
    const { coders, documents } = data as ProjectHead;
    readSharedParts(ledger, { coders, documents });
  }
  return ledger.size > before;
}

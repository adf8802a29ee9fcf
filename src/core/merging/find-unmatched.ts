import type { Annotation } from '../annotation/annotation';
import { findUnmatchedCodes } from './unmatched-codes';
import { findUnmatchedCoders } from './unmatched-coders';
import { findUnmatchedValues } from './unmatched-values';
import { findUnmatchedWork } from './unmatched-work';
import { findSameTexts } from './same-text';
import { incomingOf, type Merged } from './merged';
import type { Unmatched } from './unmatched';

/**
 * What a merge brings that does not match what is here, each with the choices that a person has: whose work it is, then
 * codes, definitions and values, then what stands nowhere in the texts. A merge by itself loses none of it.
 */
export function findUnmatched(merged: Merged): readonly Unmatched[] {
  const incoming: readonly Annotation[] = incomingOf(merged);
  return [
    ...findUnmatchedCoders(merged, incoming),
    ...findUnmatchedCodes(merged, incoming),
    ...findUnmatchedValues(merged, incoming),
    ...findSameTexts(merged),
    ...findUnmatchedWork(merged),
  ];
}

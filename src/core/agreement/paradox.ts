import { t } from '../messages/message';
import { coincidenceMargins, krippendorffAlpha } from './krippendorff-alpha';
import { percentAgreement } from './percent-agreement';
import type { RatingTable } from './rating-table';

/** From this share of agreement on people think that a coding went well. */
const HIGH_PERCENT = 0.8;
/** Below this Krippendorff (2004, p. 241) draws not even tentative conclusions. */
const LOW_ALPHA = 0.667;
/** From this share of all ratings on one category is the reason. */
const PREVAILS = 0.75;

/**
 * What to say when a high percentage meets a low alpha because one category prevails (Feinstein & Cicchetti 1990), or
 * undefined. People take it for a fault of the program, and it is the most common question about alpha.
 */
export function paradoxNote(table: RatingTable): string | undefined {
  const percent = percentAgreement(table);
  const alpha = krippendorffAlpha({ ...table, level: 'nominal' });
  if (!percent.ok || !alpha.ok) return undefined;
  if (percent.value.value < HIGH_PERCENT || alpha.value.value >= LOW_ALPHA) return undefined;
  const margins = coincidenceMargins(table);
  const most = margins.reduce((largest, n) => Math.max(largest, n), 0);
  const share = most / margins.reduce((sum, n) => sum + n, 0);
  if (share < PREVAILS) return undefined;
  return t('agreement.note.paradox', {
    percent: asPercent(percent.value.value),
    alpha: alpha.value.value.toFixed(2),
    category: String(table.categories[margins.indexOf(most)]),
    share: asPercent(share),
  });
}

function asPercent(share: number): string {
  return share.toLocaleString('en', { style: 'percent', maximumFractionDigits: 0 });
}

import type { CoderId } from '../ids';
import { t } from '../messages/message';

/**
 * The coder whose annotations are the gold set: what adjudication came to. They are annotations like any others, so
 * readers, filters and exports know them. Nobody works as this coder, and nobody is compared with it unasked.
 */
export const GOLD_CODER = 'gold' as CoderId;

export function isGold(coderId: CoderId): boolean {
  return coderId === GOLD_CODER;
}

/** As it is put among a project's coders with the first verdict. */
export function createGoldCoder(): { readonly id: CoderId; readonly name: string } {
  return { id: GOLD_CODER, name: t('gold.name') };
}

/** Those among coders who are people. */
export function peopleAmong<Coder extends { readonly id: CoderId }>(
  coders: readonly Coder[],
): readonly Coder[] {
  return coders.filter(({ id }) => !isGold(id));
}

import { t } from '../messages/message';
import type { Told } from './tell-change';

/** What many changes did, by what they did it to: `40 annotations added`, `2 actors changed`. */
export function tellMany(told: readonly Told[]): readonly string[] {
  const counts = new Map<string, { readonly one: Told; n: number }>();
  for (const one of told) {
    const key = `${one.thing} ${one.deed}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { one, n: 1 });
    else known.n += 1;
  }
  // Lists, kinds of relations and the like are told only where there is nothing else.
  const all = [...counts.values()];
  const main = all.filter(({ one }) => one.thing !== 'other');
  return (main.length > 0 ? main : all).map(({ one, n }) =>
    t(`past.many.${one.deed}`, { n, thing: one.thing }),
  );
}

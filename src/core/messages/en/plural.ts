const rules = new Intl.PluralRules('en');

/** `1 annotation`, `3 annotations`, `1,200 annotations`. */
export function count(n: number, one: string, other: string): string {
  return `${n.toLocaleString('en')} ${rules.select(n) === 'one' ? one : other}`;
}

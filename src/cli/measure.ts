import type { ProjectAgreement } from '../core/comparison/agreement-report';
import { createFault, fail, ok, type Result } from '../core/result';

interface Measure {
  readonly value: number | null;
  readonly reason?: string;
}

type Reasons = Readonly<Record<string, string>>;

/**
 * One figure by its name: of the one attribute that was asked for, else of stretches (`spanF1.exact`), else of codes.
 */
export function findMeasure(report: ProjectAgreement, name: string): Result<Measure> {
  const { attributes, stretches, codes } = report;
  const [attribute] = attributes;
  const asked = stretches.length === 0 && attribute !== undefined;
  const places: readonly (object & { readonly undefinedBecause: Reasons })[] = asked
    ? [attribute]
    : [...stretches.slice(0, 1), codes];
  const known = new Map<string, Measure>();
  for (const place of places) {
    for (const [key, value] of figuresIn(place)) {
      if (known.has(key)) continue;
      const reason = place.undefinedBecause[key];
      known.set(key, { value, ...(reason !== undefined && { reason }) });
    }
  }
  const found = known.get(name);
  if (found !== undefined) return ok(found);
  const names = [...known.keys()].join(', ');
  return fail(createFault('cli.agreement.noMeasure', { given: name, known: names }));
}

/** Numbers by name; those one level below by both names, with a dot. */
function figuresIn(place: object): readonly (readonly [string, number | null])[] {
  return Object.entries(place).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'number' || value === null) return [[name, value] as const];
    if (typeof value !== 'object' || Array.isArray(value)) return [];
    return Object.entries(value).flatMap(([inner, one]: [string, unknown]) =>
      typeof one === 'number' || one === null ? [[`${name}.${inner}`, one] as const] : [],
    );
  });
}

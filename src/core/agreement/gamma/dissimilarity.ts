import type { Unit } from '../continuum';

/** How units are told apart (Mathet, Widlöcher & Métivier 2015). */
export interface GammaOptions {
  /** Weight of the positions. */
  readonly alpha: number;
  /** Weight of the codes. */
  readonly beta: number;
  /** What it costs that a coder has no unit where another has one: Δ∅. */
  readonly deltaEmpty: number;
}

/** Those of the gamma software and of pygamma-agreement's examples: places weigh three times what codes do. */
export const GAMMA_DEFAULTS: GammaOptions = { alpha: 3, beta: 1, deltaEmpty: 1 };

/** How far two units are apart for their lengths, squared (figure 10 of the paper): 0 in the same place, 1 when they just touch. */
export function positionalDissimilarity(a: Unit, b: Unit, deltaEmpty: number): number {
  const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
  const lengths = a.end - a.start + (b.end - b.start);
  return (apart / lengths) ** 2 * deltaEmpty;
}

/** `α d_pos + β d_cat`, codes being the same or wholly different. A missing unit costs Δ∅ and no more. */
export function dissimilarity(a: Unit, b: Unit, options: GammaOptions): number {
  const { alpha, beta, deltaEmpty } = options;
  const codes = a.code === b.code ? 0 : deltaEmpty;
  return alpha * positionalDissimilarity(a, b, deltaEmpty) + beta * codes;
}

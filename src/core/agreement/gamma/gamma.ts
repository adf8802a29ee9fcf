import { createFault, fail, ok, type Result } from '../../result';
import { nothingToCompare, type Continuum } from '../continuum';
import { createRandom } from '../random';
import { bestAlignment } from './best-alignment';
import { GAMMA_DEFAULTS, type GammaOptions } from './dissimilarity';
import { shuffledCoders } from './shuffle';

/** How many samples gamma is set against when nobody says. */
export const GAMMA_SAMPLES = 300;

export interface Gamma {
  readonly value: number;
  /** Of the best alignment of what the coders did. */
  readonly disorder: number;
  /** The mean over the samples. */
  readonly expectedDisorder: number;
  readonly seed: number;
  readonly samples: number;
  /** Half the width of a 95% interval for gamma, for the chance that is in the samples only. */
  readonly margin: number;
  /** Whether the disorder is proven to be the least there is; always so for two coders. */
  readonly isProven: boolean;
  /** In how many samples it is not. */
  readonly unprovenSamples: number;
  readonly alpha: number;
  readonly beta: number;
  readonly deltaEmpty: number;
}

export interface GammaRequest extends Partial<GammaOptions> {
  readonly seed: number;
  readonly samples: number;
}

/**
 * Mathet's gamma (Mathet, Widlöcher & Métivier 2015, “The Unified and Holistic Method Gamma (γ) for Inter-Annotator
 * Agreement Measure and Alignment”): units of all coders are aligned at the least cost, and that cost is set against what
 * shuffled coders give: `1 - disorder / expected disorder`. From below 0 to 1. Overlapping and stacked units are welcome.
 *
 * The expected disorder is drawn at random, so gamma is reported with its seed and number of samples, and `margin` says
 * what another seed might change. Positions weigh 3 and codes 1 unless said otherwise (as in the gamma software;
 * pygamma-agreement's own default is 1 and 1; it also draws with another sampler, lets the continuum end with the last
 * unit, keeps one of two equal units of a coder, and says 1 for no disorder before it looks at chance). Not defined for fewer than two coders, without a unit, and when shuffled
 * coders agree entirely. `tell` is told how much of the samples is there, from 0 to 1.
 */
export function mathetGamma(
  continuum: Continuum,
  request: GammaRequest,
  tell?: (share: number) => void,
): Result<Gamma> {
  const reason = nothingToCompare(continuum);
  if (reason !== undefined) return fail(reason);
  const { seed, samples } = request;
  const options = {
    alpha: request.alpha ?? GAMMA_DEFAULTS.alpha,
    beta: request.beta ?? GAMMA_DEFAULTS.beta,
    deltaEmpty: request.deltaEmpty ?? GAMMA_DEFAULTS.deltaEmpty,
  };
  const { disorder, isProven } = bestAlignment(continuum.coders, options);
  const random = createRandom(seed);
  let sum = 0;
  let squares = 0;
  let unprovenSamples = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = bestAlignment(shuffledCoders(continuum, random), options);
    sum += drawn.disorder;
    squares += drawn.disorder ** 2;
    unprovenSamples += Number(!drawn.isProven);
    tell?.((sample + 1) / samples);
  }
  const expectedDisorder = sum / samples;
  if (expectedDisorder <= 0) return fail(createFault('agreement.undefined.noChanceDisagreement'));
  const spread = Math.sqrt(Math.max(0, squares / samples - expectedDisorder ** 2) / samples);
  return ok({
    value: 1 - disorder / expectedDisorder,
    disorder,
    expectedDisorder,
    seed,
    samples,
    margin: (1.96 * spread * disorder) / expectedDisorder ** 2,
    isProven,
    unprovenSamples,
    ...options,
  });
}

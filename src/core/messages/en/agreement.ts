import { count } from './plural';

/** Agreement between coders: why a figure is not defined, what to mind about one, and its names on a terminal. */
export const agreement = {
  'agreement.undefined.nothingShared':
    'No unit was rated by two coders, so there is nothing to compare. Give the same units to at least two coders.',
  'agreement.undefined.oneCategory': (p: { category: string }) =>
    `Every rating that can be compared is “${p.category}”. Without any variation, agreement cannot be told from chance; report the percent agreement and how often each category was used.`,
  'agreement.undefined.noChanceDisagreement':
    'Chance alone would make these coders agree on everything, so nothing can be said beyond chance; report the percent agreement.',
  'agreement.undefined.twoCoders': (p: { coders: number; instead: string }) =>
    `This is a figure for two coders, and here are ${count(p.coders, 'coder', 'coders')}. Use ${p.instead}, or compare two coders at a time.`,
  'agreement.undefined.idleCoder': (p: { coder: number }) =>
    `Coder ${p.coder} rated nothing, so how that coder uses the categories is not known. Leave this coder out.`,
  'agreement.undefined.noOrder':
    'Nominal categories have no order, so there are no weights between them. Say that the level is ordinal, interval or ratio if the categories have one.',
  'agreement.undefined.notRatio':
    'A ratio scale has no values below 0, and there are some here. Use the level interval.',
  'agreement.undefined.tooFewUnits': (p: { units: number }) =>
    `Here ${p.units === 1 ? 'is' : 'are'} ${count(p.units, 'unit', 'units')}; an interval needs at least 2 to draw from.`,
  'agreement.undefined.mostDrawsUndefined': (p: { undefined: number; draws: number }) =>
    `The figure is not defined in ${p.undefined.toLocaleString('en')} of ${count(p.draws, 'draw', 'draws')}, so an interval would describe only the lucky ones. More units are needed.`,

  'agreement.note.paradox': (p: {
    percent: string;
    alpha: string;
    category: string;
    share: string;
  }) =>
    `The coders agree on ${p.percent} of what they compare, yet alpha is ${p.alpha}: ${p.share} of all ratings are “${p.category}”, so chance alone would make them agree nearly as often. Agreement on the rare categories decides here, and it is low. Report both figures and how often each category was used.`,
} as const;

import { t, type MessageKey } from '../messages/message';

const NAMES: Readonly<Record<string, MessageKey>> = {
  'spanF1.exact': 'agreementPage.measure.f1Exact',
  'spanF1.partial': 'agreementPage.measure.f1Partial',
  'spanF1.overlap': 'agreementPage.measure.f1Overlap',
  unitizingAlpha1995: 'agreementPage.measure.unitizing1995',
  unitizingAlpha2016: 'agreementPage.measure.unitizing2016',
  characterAlpha: 'agreementPage.measure.characterAlpha',
  gamma: 'agreementPage.measure.gamma',
  percentAgreement: 'agreementPage.measure.percent',
  cohenKappa: 'agreementPage.measure.cohen',
  scottPi: 'agreementPage.measure.scott',
  fleissKappa: 'agreementPage.measure.fleiss',
  gwetAC1: 'agreementPage.measure.gwet',
  krippendorffAlpha: 'agreementPage.measure.alpha',
  'weighted.linear.cohenKappa': 'agreementPage.measure.cohenLinear',
  'weighted.linear.fleissKappa': 'agreementPage.measure.fleissLinear',
  'weighted.linear.gwetAC2': 'agreementPage.measure.gwetLinear',
  'weighted.quadratic.cohenKappa': 'agreementPage.measure.cohenQuadratic',
  'weighted.quadratic.fleissKappa': 'agreementPage.measure.fleissQuadratic',
  'weighted.quadratic.gwetAC2': 'agreementPage.measure.gwetQuadratic',
  spanF1: 'agreementPage.measure.f1OfDocument',
  codeAlpha: 'agreementPage.measure.alphaOfDocument',
  f1: 'agreementPage.measure.linksF1',
  f1OnSharedPassages: 'agreementPage.measure.linksF1Shared',
};

/** A measure as `postil agreement --json` calls it, in the words of the field. */
export function nameOfMeasure(measure: string): string {
  const key = measure.startsWith('categoryKappa.')
    ? 'agreementPage.measure.category'
    : NAMES[measure];
  return key === undefined ? measure : (t as (key: MessageKey) => string)(key);
}

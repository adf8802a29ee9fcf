import { expect, test } from 'vitest';
import { quoteOf } from '../../../src/core/annotation/annotation';
import { agreementOf } from '../../../src/core/comparison/agreement-report';
import { comparedWork } from '../../../src/core/comparison/compared-work';
import { findGroups } from '../../../src/core/comparison/differences';
import { createWorkedTeam, workedSetMissing } from '../../support/worked-set';

/*
 * Two coders of one text: every figure and every passage on which they differ, in a file that a person can read and
 * check against the text (`two-coders.txt`). Without the sets beside the repository the test is skipped and says so.
 */
test.skipIf(workedSetMissing !== undefined)(
  `two coders of one text${workedSetMissing === undefined ? '' : `: ${workedSetMissing}`}`,
  async () => {
    const { project } = await createWorkedTeam();
    const compared = comparedWork(project);
    const found = agreementOf(project, compared, { gamma: { seed: 1, samples: 100 } });
    if (!found.ok) throw new Error(found.fault.text);
    const { stretches, codes, attributes, links, differences, passages, passagesAlike } =
      found.value;
    const number = (value: number | null | undefined): string => value?.toFixed(3) ?? '–';
    const lines = [
      `${passages} passages, ${passagesAlike} alike; ${Object.entries(differences)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(', ')}`,
      '',
      ...stretches.map(
        ({ codeId = 'all', units, spanF1, unitizingAlpha1995, unitizingAlpha2016, ...rest }) =>
          `stretches, ${codeId}: ${units} units, F1 exact ${number(spanF1.exact)} overlap ${number(spanF1.overlap)}, alpha 1995 ${number(unitizingAlpha1995)} 2016 ${number(unitizingAlpha2016)}, by character ${number(rest.characterAlpha)}, gamma ${number(rest.gamma)}`,
      ),
      `codes: ${codes.units} passages, ${number(codes.percentAgreement)}, kappa ${number(codes.cohenKappa)}, alpha ${number(codes.krippendorffAlpha)}`,
      ...attributes.map(
        ({ codeId = '', attributeId = '', level, units, percentAgreement, krippendorffAlpha }) =>
          `${codeId} · ${attributeId} (${level}): ${units} passages, ${number(percentAgreement)}, alpha ${number(krippendorffAlpha)}`,
      ),
      ...links.map(({ kindId, links: n, f1 }) => `links, ${kindId}: ${n}, F1 ${number(f1)}`),
      '',
      ...findGroups(project, compared)
        .filter(({ kinds }) => kinds.size > 0)
        .map(({ kinds, attributes: differing, members }) => {
          const what = [...kinds].map((kind) =>
            kind === 'attribute' ? `attribute (${differing.join(', ')})` : kind,
          );
          const words = [...members].map(
            ([coder, one]) => `  ${coder.slice(-1)} ${one.codeId} ${quoteOf(one)}`,
          );
          return [what.join(', '), ...words].join('\n');
        }),
      '',
    ];
    await expect(lines.join('\n')).toMatchFileSnapshot('two-coders.txt');
  },
);

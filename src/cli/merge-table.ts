import type { MergeOption, Unmatched } from '../core/merging/unmatched';
import { t } from '../core/messages/message';

export interface MergeReport {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly journals: number;
  readonly texts: number;
  readonly addedCoders: readonly string[];
  readonly addedDocuments: readonly string[];
  readonly annotations: {
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  };
  readonly unmatched: readonly UnmatchedEntry[];
  /** Equal hashes mean equal content, whatever the order of merging. */
  readonly contentHash: string;
  /** The state before, as a file. */
  readonly backup?: string;
}

interface UnmatchedEntry extends Pick<Unmatched, 'key' | 'kind' | 'sentence'> {
  readonly options: readonly MergeOption[];
  readonly choice: string;
}

/** Of the options of one code there may be hundreds. */
const LISTED = 12;

export function formatMerge(report: MergeReport): string {
  const { folder, journals, texts, addedCoders, addedDocuments, annotations, backup } = report;
  const names = (all: readonly string[]): string => all.map((name) => `“${name}”`).join(', ');
  const isNothing = journals === 0 && texts === 0;
  return [
    t(report.dryRun ? 'merge.wouldBe' : 'merge.done', { folder }),
    ...(isNothing ? [t('merge.nothing')] : [t('merge.files', { journals, texts })]),
    t('merge.annotations', annotations),
    ...(addedCoders.length === 0 ? [] : [t('merge.coders', { names: names(addedCoders) })]),
    ...(addedDocuments.length === 0
      ? []
      : [t('merge.documents', { names: names(addedDocuments) })]),
    ...formatUnmatched(report),
    ...(backup === undefined ? [] : [t('merge.backup', { backup })]),
    t('merge.hash', { hash: report.contentHash.slice(0, 16) }),
  ].join('\n');
}

function formatUnmatched({ unmatched, dryRun }: MergeReport): readonly string[] {
  if (unmatched.length === 0) return [];
  return [
    '',
    t('merge.unmatched', { n: unmatched.length }),
    ...unmatched.flatMap(({ key, sentence, options, choice }) => [
      '',
      `${key}: ${sentence}`,
      ...options
        .filter(({ value }, n) => n < LISTED || value === choice)
        .map(({ value, label }) => `  ${value === choice ? '*' : ' '} ${value}: ${label}`),
      ...(options.length > LISTED
        ? [`    ${t('merge.more', { n: options.length - LISTED })}`]
        : []),
    ]),
    '',
    t(dryRun ? 'merge.howToChoose' : 'merge.howToChooseAgain'),
  ];
}

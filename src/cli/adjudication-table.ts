import { quoteOf } from '../core/annotation/annotation';
import {
  GROUP_STATES,
  type AdjudicatedGroup,
  type Adjudication,
} from '../core/adjudication/adjudication';
import { summarize } from '../core/adjudication/summary';
import { codeName } from '../core/codebook/codebook';
import { leaderOf } from '../core/comparison/align';
import { DIFFERENCE_KINDS, type DifferenceKind } from '../core/comparison/differences';
import type { CoderId, DocumentId, VerdictId } from '../core/ids';
import { shortenTitle } from '../core/document/title';
import { t } from '../core/messages/message';
import { findCoder, type Project } from '../core/project/project';
import { formatTable } from './table';

/** A passage as `postil adjudicate --json` tells it. */
interface ListedPassage {
  readonly documentId: DocumentId;
  /** UTF-16 code units, end exclusive, from the first start to the last end of all coders'. */
  readonly start: number;
  readonly end: number;
  readonly state: AdjudicatedGroup['state'];
  readonly kinds: readonly DifferenceKind[];
  readonly missedBy: readonly CoderId[];
  readonly annotations: Readonly<Record<CoderId, string>>;
  readonly verdicts: readonly VerdictId[];
}

export function listPassages(groups: readonly AdjudicatedGroup[]): readonly ListedPassage[] {
  return groups.map(({ document, state, kinds, missedBy, members, verdicts }) => {
    const pieces = [...members.values()].flatMap((one) => one.pieces);
    return {
      documentId: document.document.id,
      start: Math.min(...pieces.map(({ start }) => start)),
      end: Math.max(...pieces.map(({ end }) => end)),
      state,
      kinds: [...kinds],
      missedBy,
      annotations: Object.fromEntries([...members].map(([coder, { id }]) => [coder, id])),
      verdicts: verdicts.map(({ id }) => id),
    };
  });
}

export function formatAdjudication(
  project: Project,
  found: Adjudication,
  said?: { readonly sentence: string; readonly passages: readonly AdjudicatedGroup[] },
): string {
  const summary = summarize(project, found);
  const { states, outcomes, reasons } = summary;
  const rows = (['agreed', ...DIFFERENCE_KINDS] as const).map((kind) => [
    kind === 'agreed' ? t('compare.allAlike') : t(`compare.kind.${kind}`),
    ...GROUP_STATES.map((state) => summary.kinds[kind][state]),
  ]);
  const heading = ['', ...GROUP_STATES.map((state) => t(`adjudicate.state.${state}`))];
  const waiting = found.groups.filter(({ state }) => state === 'changed' || state === 'disputed');
  const list = (label: string, groups: readonly AdjudicatedGroup[]): readonly string[] =>
    groups.length === 0 ? [] : ['', label, ...groups.map((one) => `  ${lineOf(project, one)}`)];
  return [
    ...(said ? [said.sentence] : []),
    t('adjudicate.cli.passages', { n: summary.passages, settled: states.settled }),
    formatTable(heading, rows),
    t('adjudicate.cli.outcomes', outcomes),
    ...reasons.map(({ reason, n }) => `  ${reason ?? t('adjudicate.noReason')}: ${String(n)}`),
    t('adjudicate.cli.gold', summary.gold),
    ...(summary.codebookUnclear > 0
      ? [t('adjudicate.cli.unclear', { n: summary.codebookUnclear })]
      : []),
    ...(summary.lost > 0 ? [t('adjudicate.cli.lost', { n: summary.lost })] : []),
    ...(summary.stray > 0 ? [t('adjudicate.cli.stray', { n: summary.stray })] : []),
    ...list(t('adjudicate.cli.agreedHeading'), said?.passages ?? []),
    ...list(t('adjudicate.cli.waiting'), waiting),
  ].join('\n');
}

function lineOf(project: Project, group: AdjudicatedGroup): string {
  const leader = leaderOf(group);
  const by = group.verdicts.map(
    ({ coderId, outcome }) =>
      `${findCoder(project, coderId)?.name ?? coderId}: ${t(`adjudicate.outcome.${outcome}`)}`,
  );
  const { title } = group.document.document;
  return [
    `${title.value} ${String(leader.pieces[0].start)}`,
    codeName(project.codebook, leader.codeId),
    `“${shortenTitle(quoteOf(leader).replace(/\s+/gu, ' '))}”`,
    ...(group.state === 'open'
      ? []
      : [`[${t(`adjudicate.state.${group.state}`)}] ${by.join('; ')}`]),
  ].join('  ');
}

import type { RatingReport } from '../agreement/rating-report';
import { figuresOf } from '../agreement/undefined-because';
import { findCode } from '../codebook/codebook';
import type { CodeId } from '../ids';
import { t } from '../messages/message';
import { contentHash } from '../project/content-hash';
import type { Coder, Project } from '../project/project';
import { createFault, fail, ok, type Result } from '../result';
import {
  attributeRatings,
  codeRatings,
  comparableAttributes,
  type CodingRatings,
} from './coding-ratings';
import { reportRatings } from './coding-report';
import type { Compared, ComparedDocument } from './compared-work';
import { findGroups, type ComparedGroup, type DifferenceKind } from './differences';
import { countDifferences, reportDocument, type DocumentReport } from './document-report';
import { linkAgreement } from './links';
import { reportStretches, type FigureOptions, type StretchReport } from './stretch-report';
import { jointContinuum } from './stretches';

type Reasons = Readonly<Record<string, string>>;

/** Ratings of passages, with what they are ratings of. */
export interface CodingReport extends RatingReport {
  readonly codeId?: CodeId;
  readonly attributeId?: string;
}

export interface LinkReport {
  readonly kindId: string;
  readonly links: number;
  readonly f1: number | null;
  readonly linksOnSharedPassages: number;
  readonly f1OnSharedPassages: number | null;
  readonly undefinedBecause: Reasons;
}

/** How far coders of a project agree, on three levels: the same stretches, the same codes and values, the same links. */
export interface ProjectAgreement {
  readonly project: { readonly id: string; readonly title: string };
  /** What the figures are about; equal hashes mean equal content. */
  readonly contentHash: string;
  readonly codebookRevision: number;
  readonly coders: readonly Coder[];
  readonly documents: readonly DocumentReport[];
  /** Documents that all of the coders coded; only these are in the alphas of stretches. */
  readonly jointDocuments: number;
  readonly passages: number;
  /** Passages with a difference of the kind; one passage may have several. */
  readonly differences: Readonly<Record<DifferenceKind, number>>;
  readonly passagesAlike: number;
  /** All codes first, then each code that was used. */
  readonly stretches: readonly StretchReport[];
  readonly codes: CodingReport;
  readonly attributes: readonly CodingReport[];
  readonly links: readonly LinkReport[];
  readonly notes: readonly string[];
}

/** All figures of what is compared. Not defined when no document was coded by two of the coders. */
export function agreementOf(
  project: Project,
  compared: Compared,
  options: FigureOptions = {},
): Result<ProjectAgreement> {
  if (compared.documents.length === 0) {
    return fail(createFault('agreement.undefined.nothingDoubleCoded'));
  }
  const comparable = comparableAttributes(project.codebook);
  const groups = findGroups(project, compared);
  const byDocument = groupByDocument(groups);
  const joint = jointContinuum(compared);
  const used = [
    ...new Set(groups.flatMap(({ members }) => [...members.values()].map(({ codeId }) => codeId))),
  ];
  const inBook = project.codebook.codes.map(({ id }) => id).filter((id) => used.includes(id));
  const unknown = used.filter((id) => findCode(project.codebook, id) === undefined).sort();
  const revision = project.codebook.revisions.at(-1)?.number ?? 0;
  const steps = 1 + inBook.length + unknown.length + 1 + comparable.length + 1;
  let done = 0;
  /** How much of the next part is there. */
  const tell = (share: number): void => options.onProgress?.((done + share) / steps);
  /** A part of the figures is there. */
  const told = <Part>(part: Part): Part => {
    done += 1;
    options.onProgress?.(done / steps);
    return part;
  };
  const report = (ratings: CodingRatings): RatingReport =>
    reportRatings(compared, ratings, options);
  const stretches = [undefined, ...inBook, ...unknown].map((codeId) =>
    told(reportStretches(compared, joint.continuum, codeId, options, tell)),
  );
  return ok({
    project: { id: project.id, title: project.title },
    contentHash: options.contentHash ?? contentHash(project),
    codebookRevision: revision,
    coders: project.coders.filter(({ id }) => compared.coders.includes(id)),
    documents: compared.documents.map((document) =>
      reportDocument(project, document, byDocument.get(document) ?? []),
    ),
    jointDocuments: joint.documents,
    passages: groups.length,
    differences: countDifferences(groups),
    passagesAlike: groups.filter(({ kinds }) => kinds.size === 0).length,
    stretches,
    codes: told(report(codeRatings(project, compared, groups))),
    attributes: comparable.flatMap(({ code, attribute }) => {
      const ratings = told(attributeRatings(project, compared, groups, code, attribute));
      if (ratings.table.units.length === 0) return [];
      return [{ codeId: code.id, attributeId: attribute.id, ...report(ratings) }];
    }),
    links: told(linkAgreement(project, compared.coders, groups))
      .filter(({ links }) => links > 0)
      .map(({ kindId, links, f1, linksOnSharedPassages, f1OnSharedPassages }) => {
        const { values, undefinedBecause } = figuresOf({ f1, f1OnSharedPassages });
        return {
          kindId,
          links,
          linksOnSharedPassages,
          f1: values['f1'] ?? null,
          f1OnSharedPassages: values['f1OnSharedPassages'] ?? null,
          undefinedBecause,
        };
      }),
    notes: [...notesOn(compared, joint.documents, options), ...notesOnGamma(stretches, options)],
  });
}

function groupByDocument(
  groups: readonly ComparedGroup[],
): ReadonlyMap<ComparedDocument, readonly ComparedGroup[]> {
  const byDocument = new Map<ComparedDocument, ComparedGroup[]>();
  for (const group of groups) {
    const own = byDocument.get(group.document);
    if (own === undefined) byDocument.set(group.document, [group]);
    else own.push(group);
  }
  return byDocument;
}

function notesOn(
  { documents }: Compared,
  joint: number,
  { bootstrap }: FigureOptions,
): readonly string[] {
  return [
    t('agreement.note.alignment'),
    ...(joint < documents.length
      ? [t('agreement.note.notJoint', { joint, documents: documents.length })]
      : []),
    ...(bootstrap !== undefined && documents.length < 10
      ? [t('agreement.note.fewDocuments', { documents: documents.length })]
      : []),
  ];
}

/** The samples that gamma is set against, and where an alignment was not proven to be the best. */
function notesOnGamma(
  stretches: readonly StretchReport[],
  { gamma }: FigureOptions,
): readonly string[] {
  if (gamma === undefined) return [];
  const { samples, seed } = gamma;
  const isProven = stretches.every(
    ({ gammaParts: parts }) =>
      parts === undefined || (parts.isProven && parts.unprovenSamples === 0),
  );
  return [
    t('agreement.note.gamma', { samples, seed }),
    ...(isProven ? [] : [t('agreement.note.gammaNotProven')]),
  ];
}

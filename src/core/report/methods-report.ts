import { adjudicationOf } from '../adjudication/adjudication';
import { summarize, type AdjudicationSummary } from '../adjudication/summary';
import type { CodebookRevision } from '../codebook/codebook';
import { agreementOf, type ProjectAgreement } from '../comparison/agreement-report';
import { comparedWork, type ComparedChoice } from '../comparison/compared-work';
import { tellBeside } from '../comparison/tell-beside';
import type { FigureOptions } from '../comparison/stretch-report';
import type { CoderId, Timestamp } from '../ids';
import { findCoder, type Coder, type Project } from '../project/project';
import { ok, type Result } from '../result';
import { teamOf } from '../team/team';
import type { Sample, TeamAct } from '../team/team-act';
import { workState } from '../teamwork/work-state';
import { peopleAmong } from '../verdict/gold-coder';
import { figureRows, type FigureRow } from './figure-rows';

export interface ReportedCoder {
  readonly name: string;
  readonly role: NonNullable<Coder['role']>;
  readonly training: string;
  readonly assigned: number;
  /** Documents in which they coded or marked anything. */
  readonly begun: number;
  readonly finished: number;
}

/** What a methods section has to say of how a project was coded, in figures; nothing of any text is in it. */
export interface MethodsReport {
  readonly title: string;
  readonly at: Timestamp;
  /** Of the state that agreement was computed of. Equal hashes mean equal content: the figures can be computed again. */
  readonly contentHash: string;
  /** When that state was kept, and why; absent where it is the project as it was when the report was made. */
  readonly snapshot?: { readonly at: Timestamp; readonly reason: string };
  readonly documents: number;
  /** Those in which anything is coded, and how many did that: who is only listed or assigned has not. */
  readonly begun: { readonly documents: number; readonly coders: number };
  readonly doubleCoded: number;
  /** Of all documents, from 0 to 1. */
  readonly doubleCodedShare: number;
  readonly coders: readonly ReportedCoder[];
  readonly samples: readonly (Pick<Sample, 'seed' | 'share' | 'strata'> & {
    readonly at: Timestamp;
    readonly from: number;
    readonly drawn: number;
  })[];
  /** Whether coding is blind now, and each change of it. */
  readonly isBlind: boolean;
  readonly blindness: readonly {
    readonly at: Timestamp;
    readonly by: string;
    readonly isBlind: boolean;
    readonly reason: string;
  }[];
  /** Times that a finished document was gone on with, and that others' annotations were read in a file. */
  readonly reopened: number;
  readonly imported: number;
  readonly agreement: Pick<
    ProjectAgreement,
    'passages' | 'passagesAlike' | 'differences' | 'jointDocuments' | 'codebookRevision' | 'notes'
  >;
  /** How intervals were drawn; absent where there are none. */
  readonly bootstrap?: { readonly draws: number; readonly seed: number };
  readonly figures: readonly FigureRow[];
  readonly adjudication: AdjudicationSummary;
  /** Names of those whose verdicts there are. */
  readonly adjudicatedBy: readonly string[];
  readonly revisions: readonly Pick<CodebookRevision, 'number' | 'at' | 'reason'>[];
}

/** What was coded, as it is or as a snapshot has it, whose hash is known. */
export interface CodedState {
  readonly project: Project;
  readonly snapshot?: {
    readonly at: Timestamp;
    readonly reason: string;
    readonly contentHash: string;
  };
  /** Titles of documents that are not in `project` because their texts are not at hand. */
  readonly withheld?: readonly string[];
}

/**
 * Agreement and double coding are of `coded`; adjudication, the team's record and the codebook's revisions of the project
 * as it is. Not defined where no document was coded by two coders.
 */
export function createMethodsReport(
  project: Project,
  { at, coded = { project } }: { readonly at: Timestamp; readonly coded?: CodedState },
  choice: ComparedChoice = {},
  options: FigureOptions = {},
): Result<MethodsReport> {
  const compared = comparedWork(coded.project, choice);
  const { snapshot } = coded;
  const agreement = agreementOf(coded.project, compared, {
    ...options,
    ...(snapshot && { contentHash: snapshot.contentHash }),
  });
  if (!agreement.ok) return agreement;
  const { contentHash, passages, passagesAlike, differences } = agreement.value;
  const { jointDocuments, codebookRevision } = agreement.value;
  const notes = [...agreement.value.notes, ...tellBeside(coded.project, compared, coded.withheld)];
  const nameOf = (id: CoderId): string => findCoder(project, id)?.name ?? id;
  const count = (kind: TeamAct['deed']['kind']): number =>
    project.team.filter(({ deed }) => deed.kind === kind).length;
  const adjudication = summarize(project, adjudicationOf(project, comparedWork(project, choice)));
  return ok({
    title: project.title,
    at,
    contentHash,
    ...(snapshot && { snapshot: { at: snapshot.at, reason: snapshot.reason } }),
    documents: coded.project.documents.length,
    begun: countBegun(coded.project),
    doubleCoded: compared.documents.length,
    doubleCodedShare: compared.documents.length / coded.project.documents.length,
    coders: peopleAmong(project.coders).map((coder) => reportCoder(project, coder)),
    samples: project.team.flatMap(({ at, deed }) =>
      deed.kind === 'sample'
        ? [
            {
              at,
              seed: deed.seed,
              share: deed.share,
              strata: deed.strata,
              from: deed.from.length,
              drawn: deed.drawn.length,
            },
          ]
        : [],
    ),
    isBlind: teamOf(project.team).isBlind,
    blindness: project.team.flatMap(({ at, coderId, deed }) =>
      deed.kind === 'blind'
        ? [{ at, by: nameOf(coderId), isBlind: deed.isBlind, reason: deed.reason }]
        : [],
    ),
    reopened: count('reopen'),
    imported: count('import'),
    agreement: { passages, passagesAlike, differences, jointDocuments, codebookRevision, notes },
    ...(options.bootstrap !== undefined && {
      bootstrap: { draws: options.bootstrap.draws, seed: options.bootstrap.seed },
    }),
    figures: figureRows(coded.project, agreement.value),
    adjudication,
    adjudicatedBy: adjudication.adjudicators.map(nameOf),
    revisions: project.codebook.revisions.map(({ number, at, reason }) => ({ number, at, reason })),
  });
}

function countBegun(project: Project): MethodsReport['begun'] {
  const begun = peopleAmong(project.coders).map(({ id }) =>
    project.documents.filter((document) => workState(project, document.id, id) !== 'open'),
  );
  return {
    documents: new Set(begun.flat()).size,
    coders: begun.filter((own) => own.length > 0).length,
  };
}

function reportCoder(project: Project, coder: Coder): ReportedCoder {
  const { assigned } = teamOf(project.team);
  const { documents } = project;
  const states = documents.map(({ id }) => workState(project, id, coder.id));
  return {
    name: coder.name,
    role: coder.role ?? 'coder',
    training: coder.training ?? '',
    assigned: documents.filter(({ id }) => assigned.get(id)?.has(coder.id) === true).length,
    begun: states.filter((state) => state !== 'open').length,
    finished: states.filter((state) => state === 'finished').length,
  };
}

import { agreementOf } from '../comparison/agreement-report';
import { comparedWork } from '../comparison/compared-work';
import { tellBeside } from '../comparison/tell-beside';
import type { FigureOptions } from '../comparison/stretch-report';
import { ok, type Result } from '../result';
import { figureRows } from './figure-rows';
import type { CodedState, MethodsReport } from './methods-report';

/** Every figure of a project, with what belongs to all of them. Plain data; no passage is in it. */
export interface AgreementOverview
  extends
    Pick<MethodsReport, 'contentHash' | 'documents' | 'doubleCoded' | 'figures'>,
    Pick<
      MethodsReport['agreement'],
      'passages' | 'passagesAlike' | 'jointDocuments' | 'codebookRevision' | 'notes'
    > {
  /** Names of those who are compared. */
  readonly coders: readonly string[];
}

/** Not defined where no document was coded by two coders. */
export function createOverview(
  { project, snapshot, withheld }: CodedState,
  options: FigureOptions,
): Result<AgreementOverview> {
  const compared = comparedWork(project);
  const found = agreementOf(project, compared, {
    ...options,
    ...(snapshot && { contentHash: snapshot.contentHash }),
  });
  if (!found.ok) return found;
  const { contentHash, coders, passages, passagesAlike, jointDocuments, codebookRevision, notes } =
    found.value;
  return ok({
    contentHash,
    documents: project.documents.length,
    doubleCoded: compared.documents.length,
    coders: coders.map(({ name }) => name),
    passages,
    passagesAlike,
    jointDocuments,
    codebookRevision,
    notes: [...notes, ...tellBeside(project, compared, withheld)],
    figures: figureRows(project, found.value),
  });
}

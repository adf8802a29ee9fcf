import { quoteOf } from '../core/annotation/annotation';
import type { Relation } from '../core/annotation/relation';
import { codeName, findRelationKind } from '../core/codebook/codebook';
import type { AnnotationId, CodeId, DocumentId } from '../core/ids';
import { t } from '../core/messages/message';
import { findCoder, findIn, type Project } from '../core/project/project';
import { allRelations } from '../core/project/uses';
import { EXIT, type ExitCode } from './exit-code';
import { formatTable } from './table';
import { printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

/** One end of a relation, with its words. */
interface ListedEnd {
  readonly id: AnnotationId;
  readonly documentId: DocumentId;
  readonly codeId: CodeId | undefined;
  readonly quote: string;
}

/** A relation as `postil relations --json` answers it. */
type ListedRelation = Pick<Relation, 'id' | 'coderId' | 'kindId' | 'memo'> & {
  readonly from: ListedEnd;
  readonly to: ListedEnd;
};

/** Longest quote in the table, in code units. */
const LONGEST_QUOTE = 50;

export function runRelations(
  terminal: Terminal,
  folder: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  return withSession(terminal, folder, ({ project }) => {
    const relations = allRelations(project).map((relation) => listRelation(project, relation));
    if (options.json === true) printJson(terminal, relations);
    else terminal.print(formatRelations(project, relations));
    return EXIT.done;
  });
}

function listRelation(project: Project, relation: Relation): ListedRelation {
  const { id, coderId, kindId, memo } = relation;
  const listEnd = (documentId: DocumentId, endId: AnnotationId): ListedEnd => {
    const end = findIn(project, documentId, endId);
    return {
      id: endId,
      documentId,
      codeId: end?.codeId,
      quote: end === undefined ? '' : quoteOf(end),
    };
  };
  return {
    id,
    kindId,
    coderId,
    memo,
    from: listEnd(relation.fromDocumentId, relation.fromId),
    to: listEnd(relation.toDocumentId, relation.toId),
  };
}

function formatRelations(project: Project, relations: readonly ListedRelation[]): string {
  if (relations.length === 0) return t('cli.info.none');
  const { codebook } = project;
  const end = ({ codeId, quote }: ListedEnd): string => {
    const words = quote.replace(/\s+/gu, ' ');
    return t('cli.relations.end', {
      code: codeId === undefined ? '' : codeName(codebook, codeId),
      quote: words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE - 1)}…`,
    });
  };
  return formatTable(
    [
      t('cli.relations.kind'),
      t('cli.relations.from'),
      t('cli.relations.to'),
      t('cli.relations.coder'),
    ],
    relations.map(({ kindId, coderId, from, to }) => [
      findRelationKind(codebook, kindId)?.name ?? kindId,
      end(from),
      end(to),
      findCoder(project, coderId)?.name ?? coderId,
    ]),
  );
}

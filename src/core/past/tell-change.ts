import type { Annotation } from '../annotation/annotation';
import type { Relation } from '../annotation/relation';
import { codeName, findRelationKind } from '../codebook/codebook';
import { findAnnotation } from '../annotation/sorted';
import type { AnnotationId, CodeId, DocumentId } from '../ids';
import { fromFields, RANK, type Fields, type RecordKind } from '../journal/record';
import type { MarkRecord } from '../journal/project-records';
import type { Memo, MemoSubject } from '../memo/memo';
import { t } from '../messages/message';
import type { Project } from '../project/project';
import { findDocument } from '../project/project';
import { registerIndex } from '../register/actor';
import type { Verdict } from '../verdict/verdict';
import { changedFields, quoteInSentence } from './changed-fields';
import type { TeamAct } from '../team/team-act';
import { tellDeed } from '../teamwork/tell-deed';
import type { SeenRecords } from './seen-records';

/** A change in words. */
export interface Told {
  /** What was done, to be read after the name of who did it: `coded “…” as Stance`. */
  readonly what: string;
  readonly thing: Thing;
  readonly deed: 'added' | 'changed' | 'removed';
  readonly documentIds: readonly DocumentId[];
  /** It goes with something else that says more. */
  readonly isAside: boolean;
}

/** What changes are counted by. */
export type Thing =
  | 'annotation'
  | 'relation'
  | 'mark'
  | 'memo'
  | 'verdict'
  | 'actor'
  | 'code'
  | 'document'
  | 'coder'
  | 'other';

interface SeenChange {
  readonly kind: RecordKind;
  readonly id: string;
  /** Undefined for what was not there; empty where it is not known. */
  readonly before: Fields | undefined;
  readonly after: Fields | undefined;
}

/** Undefined for what people need not hear of: another place in an order. */
export function tellChange(
  change: SeenChange,
  state: SeenRecords,
  project: Project,
): Told | undefined {
  const { kind, before, after } = change;
  const deed = after === undefined ? 'removed' : before === undefined ? 'added' : 'changed';
  if (deed === 'changed' && isOnlyMoved(before ?? {}, after ?? {})) return undefined;
  const make = (
    thing: Thing,
    what: string,
    documentIds: readonly (DocumentId | undefined)[] = [],
    isAside = false,
  ): Told => ({
    what,
    thing,
    deed,
    documentIds: documentIds.filter((id) => id !== undefined),
    isAside,
  });
  const fields = { ...before, ...after };
  const names = namesOf(state, project);
  const text = (field: string, fallback: string = change.id): string =>
    typeof fields[field] === 'string' ? fields[field] : fallback;

  switch (kind) {
    case 'annotation': {
      const annotation = wholeAnnotation(fields);
      const { documentId } = annotation ?? {};
      if (annotation === undefined) return make('annotation', t('past.annotation.unknown'));
      const params = { quote: quoteInSentence(annotation), code: names.code(annotation.codeId) };
      if (deed !== 'changed')
        return make('annotation', t(`past.annotation.${deed}`, params), [documentId]);
      const was = wholeAnnotation(before ?? {});
      const changes = was === undefined ? [] : changedFields(was, annotation, project);
      return make(
        'annotation',
        changes.length === 0
          ? t('past.annotation.touched', params)
          : t('past.annotation.changed', { ...params, changes: changes.join('; ') }),
        [documentId],
        changes.length === 0,
      );
    }
    case 'relation': {
      const relation = fields as unknown as Partial<Relation>;
      const quote = (id: string | undefined): string => names.quote(id ?? '');
      const params = {
        from: quote(relation.fromId),
        to: quote(relation.toId),
        kind: names.relationKind(text('kindId', '')),
      };
      return make('relation', t(`past.relation.${deed}`, params), [
        relation.fromDocumentId,
        relation.toDocumentId,
      ]);
    }
    case 'mark': {
      const mark = fields as unknown as Partial<MarkRecord>;
      const title = names.document(mark.documentId);
      const { paragraph } = mark;
      const where = paragraph === undefined ? title : t('past.paragraph', { n: paragraph, title });
      const how = deed === 'removed' ? 'removed' : (mark.decision ?? 'finished');
      return make('mark', t(`past.mark.${how}`, { where }), [mark.documentId]);
    }
    case 'verdict': {
      const verdict = fields as unknown as Partial<Verdict>;
      const params = {
        passage: names.passage(verdict),
        outcome: t(`past.outcome.${verdict.outcome ?? 'agreed'}`),
      };
      return make('verdict', t(`past.verdict.${deed}`, params), [verdict.documentId]);
    }
    case 'memo': {
      const { about } = fields as unknown as Partial<Memo>;
      const documentId = about?.kind === 'document' ? about.id : undefined;
      return make('memo', t(`past.memo.${deed}`, { about: names.subject(about) }), [documentId]);
    }
    case 'actor':
      if (
        deed === 'changed' &&
        typeof after?.['mergedInto'] === 'string' &&
        before?.['mergedInto'] !== after['mergedInto']
      ) {
        const into = names.actor(after['mergedInto']);
        return make('actor', t('past.actor.merged', { name: text('label'), into }));
      }
      return make('actor', t(`past.actor.${deed}`, { name: text('label') }));
    case 'code':
      return make('code', t(`past.code.${deed}`, { name: text('name') }));
    case 'document': {
      const title =
        (fields['title'] as { readonly value?: string } | undefined)?.value ?? change.id;
      return make('document', t(`past.document.${deed}`, { title }), [change.id as DocumentId]);
    }
    case 'coder':
      return make('coder', t(`past.coder.${deed}`, { name: text('name') }));
    case 'project':
      return make('other', t('past.project', { title: text('title') }));
    case 'relation-kind':
      return make('other', t(`past.relationKind.${deed}`, { name: text('name') }));
    case 'list':
      return make('other', t(`past.list.${deed}`, { name: text('name') }));
    case 'list-value':
      return make('other', t(`past.value.${deed}`, { value: text('value') }));
    case 'team-act': {
      const { deed: settled } = fields as unknown as Partial<TeamAct>;
      return make(
        'other',
        t(`past.team.${deed === 'removed' ? 'withdrawn' : 'settled'}`, {
          what: settled === undefined ? t('past.unknown') : tellDeed(settled, project),
        }),
      );
    }
    case 'revision':
      return make('other', t('past.revision', { reason: text('reason', '') }), [], true);
  }
}

interface Names {
  code(id: CodeId): string;
  quote(annotationId: string): string;
  relationKind(id: string): string;
  document(id: DocumentId | undefined): string;
  actor(id: string): string;
  subject(about: MemoSubject | undefined): string;
  passage(verdict: Partial<Verdict>): string;
}

function namesOf(state: SeenRecords, project: Project): Names {
  const known = (kind: RecordKind, id: string, field: string): string | undefined => {
    const value = state.records.get(kind)?.get(id)?.[field];
    return typeof value === 'string' ? value : undefined;
  };
  const code = (id: CodeId): string => {
    const name = codeName(project.codebook, id);
    return name === id ? (known('code', id, 'name') ?? id) : name;
  };
  const document = (id: DocumentId | undefined): string => {
    if (id === undefined) return t('past.unknown');
    const title = state.records.get('document')?.get(id)?.['title'] as
      { readonly value?: string } | undefined;
    return findDocument(project, id)?.title.value ?? title?.value ?? id;
  };
  const actor = (id: string): string =>
    registerIndex(project.actors).find(id)?.label ?? known('actor', id, 'label') ?? id;
  const quoteAt = (id: string): string | undefined => {
    const annotation = wholeAnnotation(state.records.get('annotation')?.get(id) ?? {});
    return annotation === undefined ? undefined : quoteInSentence(annotation);
  };
  return {
    code,
    document,
    actor,
    quote: (id) => quoteAt(id) ?? t('past.unknown'),
    passage: ({ members = [], goldIds = [] }) =>
      [...goldIds, ...members.map((one) => one.annotationId)]
        .map((id) => quoteAt(id) ?? whole(project, id))
        .find((quote) => quote !== undefined) ?? t('past.unknown'),
    relationKind: (id) =>
      findRelationKind(project.codebook, id)?.name ?? known('relation-kind', id, 'name') ?? id,
    subject: (about) => {
      switch (about?.kind) {
        case 'document':
          return t('past.about.named', { name: document(about.id) });
        case 'code':
          return t('past.about.named', { name: code(about.id) });
        case 'actor':
          return t('past.about.named', { name: actor(about.id) });
        default:
          return t('past.about.project');
      }
    },
  };
}

/** The passage of an annotation that is in the project. */
function whole(project: Project, id: string): string | undefined {
  for (const set of project.annotations.values()) {
    const found = findAnnotation(set, id as AnnotationId);
    if (found !== undefined) return quoteInSentence(found);
  }
  return undefined;
}

/** Undefined where only some of its fields are known. */
function wholeAnnotation(fields: Fields): Annotation | undefined {
  if (!Array.isArray(fields['pieces']) || typeof fields['codeId'] !== 'string') return undefined;
  return fromFields('annotation', fields) as Annotation;
}

function isOnlyMoved(before: Fields, after: Fields): boolean {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  fields.delete(RANK);
  return [...fields].every((field) => before[field] === after[field]);
}

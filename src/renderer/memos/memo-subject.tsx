import { quoteOf, type Annotation } from '../../core/annotation/annotation';
import { codeName, findRelationKind } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { findDocument, findIn, type Project } from '../../core/project/project';
import type { Prose } from '../../core/project/prose';
import { registerIndex } from '../../core/register/actor';
import { openDocument } from '../state/document-actions';
import { backToText, goToAnnotation, showView } from '../state/view-actions';
import styles from './memos.module.css';

interface Described {
  readonly words: string;
  readonly open?: () => void;
}

/** What a memo is about, as a button that goes there. */
export function MemoSubjectLink({
  prose,
  project,
}: {
  readonly prose: Prose;
  readonly project: Project;
}) {
  const { words, open } = describe(prose, project);
  if (open === undefined) return <p className={styles['subject']}>{words}</p>;
  return (
    <button type="button" className={styles['subjectLink']} dir="auto" onClick={open}>
      {words}
    </button>
  );
}

/** The words that a search finds a memo by, besides its own. */
export function subjectWords(prose: Prose, project: Project): string {
  return describe(prose, project).words;
}

function describe(prose: Prose, project: Project): Described {
  switch (prose.kind) {
    case 'annotation':
      return { words: describeAnnotation(project, prose.annotation), open: goTo(prose.annotation) };
    case 'relation': {
      const { kindId, fromDocumentId, fromId, toDocumentId, toId } = prose.relation;
      const from = findIn(project, fromDocumentId, fromId);
      const to = findIn(project, toDocumentId, toId);
      if (from === undefined || to === undefined) return { words: t('memos.about.gone') };
      const kind = findRelationKind(project.codebook, kindId)?.name ?? kindId;
      const words = { kind, from: shorten(quoteOf(from)), to: shorten(quoteOf(to)) };
      return { words: t('memos.about.relation', words), open: goTo(from) };
    }
    case 'memo':
      return describeSubject(prose.memo.about, project);
  }
}

function describeSubject(
  about: Extract<Prose, { kind: 'memo' }>['memo']['about'],
  project: Project,
): Described {
  switch (about.kind) {
    case 'project':
      return { words: t('memos.about.project') };
    case 'document': {
      const title = findDocument(project, about.id)?.title.value ?? about.id;
      const open = (): void => {
        void openDocument(about.id).then(backToText);
      };
      return { words: t('memos.about.document', { title }), open };
    }
    case 'code': {
      const open = (): void => {
        showView({ kind: 'codebook', codeId: about.id });
      };
      return { words: t('memos.about.code', { name: codeName(project.codebook, about.id) }), open };
    }
    case 'actor': {
      const name = registerIndex(project.actors).find(about.id)?.label ?? about.id;
      const open = (): void => {
        showView({ kind: 'actors', actorId: about.id });
      };
      return { words: t('memos.about.actor', { name }), open };
    }
  }
}

function describeAnnotation(project: Project, annotation: Annotation): string {
  const code = codeName(project.codebook, annotation.codeId);
  return t('memos.about.annotation', { code, quote: shorten(quoteOf(annotation)) });
}

function goTo({ documentId, id }: Annotation): () => void {
  return () => void goToAnnotation(documentId, id);
}

function shorten(quote: string): string {
  return quote.length <= 80 ? quote : `${quote.slice(0, 80)}…`;
}

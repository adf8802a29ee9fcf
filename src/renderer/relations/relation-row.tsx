import { ChevronDown, StickyNote } from 'lucide-react';
import { extentOf, quoteOf, type Annotation } from '../../core/annotation/annotation';
import { findCode } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { choicesBetween } from '../../core/project/link-choice';
import { findDocument, type Project } from '../../core/project/project';
import { paragraphNumberAt } from '../../core/text/paragraph';
import { store, useApp } from '../state/app-state';
import { changeKind, describeEnd, unlink, writeRelationMemo } from '../state/relation-actions';
import { focusText } from '../state/text-focus';
import { useDraft } from '../state/use-draft';
import { goToAnnotation } from '../state/view-actions';
import { Button, IconButton } from '../ui/button';
import { Choice } from '../ui/choice';
import { CodeMark } from '../ui/code-mark';
import { MemoArea } from '../ui/memo-area';
import type { OtherEnd } from './ends-of';
import { removeByKey } from './remove-by-key';
import styles from './section.module.css';

interface Props {
  readonly end: OtherEnd;
  /** The annotation whose inspector it is. */
  readonly from: Annotation;
  readonly project: Project;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** One relation: its kind and other end, one press from there; opened, what can be changed about it. */
export function RelationRow({ end, from, project, isOpen, onToggle }: Props) {
  const { relation, kind, direction, annotation } = end;
  const isOwn = useApp((state) => state.coderId === relation.coderId);
  const code = findCode(project.codebook, annotation.codeId);
  const what = t(`relations.row.${direction}`, {
    kind: kind.name,
    end: describeEnd(project, annotation),
  });
  const hasMore = isOwn || relation.memo !== '';
  return (
    <li className={styles['row']}>
      <div className={styles['rowHead']}>
        <button
          type="button"
          className={styles['go']}
          onPointerEnter={() => {
            store.setState({ pointedId: annotation.id });
          }}
          onPointerLeave={() => {
            store.setState({ pointedId: undefined });
          }}
          onClick={() => {
            store.setState({ pointedId: undefined });
            void goToAnnotation(annotation.documentId, annotation.id);
          }}
          onKeyDown={(event) => {
            removeByKey(event, relation);
          }}
        >
          <span className="visually-hidden">{t('relations.line.go', { what })}</span>
          <span className={styles['kind']} aria-hidden="true">
            {t(`relations.${direction}`, { kind: kind.name })}
            {relation.memo === '' ? null : <StickyNote size={12} />}
            <Place project={project} from={from} annotation={annotation} />
          </span>
          <span className={styles['quote']} dir="auto" aria-hidden="true">
            {code === undefined ? null : <CodeMark code={code} />} {quoteOf(annotation)}
          </span>
        </button>
        {hasMore ? (
          <span className={styles['more']} data-open={isOpen || undefined}>
            <IconButton
              label={t('relations.edit', { kind: kind.name })}
              aria-expanded={isOpen}
              onPress={() => {
                onToggle(!isOpen);
              }}
            >
              <ChevronDown size={14} aria-hidden="true" />
            </IconButton>
          </span>
        ) : null}
      </div>
      {isOpen ? <Details end={end} from={from} project={project} isOwn={isOwn} /> : null}
    </li>
  );
}

function Details({
  end,
  from,
  project,
  isOwn,
}: Omit<Props, 'isOpen' | 'onToggle'> & {
  readonly isOwn: boolean;
}) {
  const { relation, direction, annotation } = end;
  const kinds = choicesBetween(project.codebook, from.codeId, annotation.codeId)
    .filter((choice) => choice.direction === direction)
    .map((choice) => choice.kind);
  const { draft, write, keep } = useDraft(relation.memo, (memo) => {
    writeRelationMemo(relation, memo);
  });
  return (
    <div className={styles['details']}>
      <Choice
        label={t('relations.kind')}
        value={relation.kindId}
        isDisabled={!isOwn}
        options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          changeKind(relation, id);
        }}
      />
      <MemoArea
        label={t('relations.memo')}
        hint={t('relations.memoHint')}
        rows={1}
        value={draft}
        isReadOnly={!isOwn}
        onChange={write}
        onBlur={keep}
        onDone={focusText}
      />
      {isOwn ? (
        <div className={styles['remove']}>
          <Button
            kind="danger"
            onPress={() => {
              unlink(relation);
              focusText();
            }}
          >
            {t('relations.remove')}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The paragraph, or the document where it is another one. */
function Place({
  project,
  from,
  annotation,
}: {
  readonly project: Project;
  readonly from: Annotation;
  readonly annotation: Annotation;
}) {
  const paragraphs = useApp((state) => state.document?.paragraphs) ?? [];
  const isHere = annotation.documentId === from.documentId;
  return (
    <span className={styles['place']}>
      {isHere
        ? t('relations.place', { n: paragraphNumberAt(paragraphs, extentOf(annotation).start) })
        : findDocument(project, annotation.documentId)?.title.value}
    </span>
  );
}

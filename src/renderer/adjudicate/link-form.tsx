import { useMemo, useState } from 'react';
import type { WantedLink } from '../../core/adjudication/plan-link';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { searchCandidates } from '../../core/project/link-candidates';
import { linkChoices, type LinkChoice } from '../../core/project/link-choice';
import { findDocument, type Project } from '../../core/project/project';
import { addLink } from '../state/adjudication-actions';
import { describeEnd } from '../state/relation-actions';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Field } from '../ui/field';
import { GroundsForm } from './grounds-form';
import { useGrounds, withoutEmpty } from './use-grounds';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  readonly gold: Annotation;
  /** A coder's link to be taken; without it one is drawn. */
  readonly offered: WantedLink | undefined;
  readonly onLeave: () => void;
}

/** Offered of each document at once; more are found by words. */
const MOST = 60;

/** What a new link of the gold set is to be, and why: drawn from here, or taken from a coder. */
export function LinkForm({ project, gold, offered, onLeave }: Props) {
  const draft = useGrounds(`link ${gold.id}`, []);
  const choices = useMemo(
    () =>
      linkChoices(project.codebook, gold.codeId).filter(({ kind }) => kind.attribute === undefined),
    [project.codebook, gold.codeId],
  );
  const [wanted, setWanted] = useState('');
  const [words, setWords] = useState('');
  const [endId, setEnd] = useState<AnnotationId>();
  const choice = choices.find((one) => keyOf(one) === wanted) ?? choices[0];
  const ends = useEnds(project, gold, choice, words);
  const other = ends.all.find(({ id }) => id === endId);
  const link = offered ?? (choice && other && linkBetween(choice, gold, other));
  const file = (): void => {
    if (link !== undefined && addLink({ ...link, ...withoutEmpty(draft.grounds) })) onLeave();
  };
  return (
    <div
      className={styles['linkForm']}
      role="group"
      aria-label={t(offered === undefined ? 'adjudicate.link.new' : 'adjudicate.link.takeTitle')}
      onKeyDownCapture={(event) => {
        // A button that has the focus would take it for a press.
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        file();
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented || event.key !== 'Escape') return;
        onLeave();
        event.preventDefault();
      }}
    >
      {offered !== undefined ? null : choice === undefined ? (
        <p>{t('adjudicate.link.noKinds')}</p>
      ) : (
        <div className={styles['linkFields']}>
          <Choice
            label={t('relations.kind')}
            value={keyOf(choice)}
            options={choices.map((one) => ({
              value: keyOf(one),
              label: t(`relations.${one.direction}`, { kind: one.kind.name }),
            }))}
            onChange={setWanted}
          />
          <Choice
            label={t('adjudicate.link.other')}
            value={endId ?? ('' as AnnotationId)}
            placeholder={t(
              ends.all.length === 0 ? 'adjudicate.link.noEnds' : 'adjudicate.link.end',
            )}
            options={ends.all.map((one) => ({
              value: one.id,
              label: nameOfEnd(project, gold, one),
            }))}
            onChange={setEnd}
          />
          {ends.isMore || words !== '' ? (
            <Field
              label={t('relations.ends.placeholder')}
              value={words}
              onChange={setWords}
              {...(ends.isMore && { hint: t('relations.ends.more') })}
            />
          ) : null}
        </div>
      )}
      <GroundsForm project={project} draft={draft} />
      <div className={styles['buttons']}>
        <Button kind="primary" isDisabled={link === undefined} onPress={file}>
          {t('adjudicate.link.file')} <kbd aria-hidden="true">Ctrl ⏎</kbd>
        </Button>
        <Button onPress={onLeave}>{t('window.cancel')}</Button>
      </div>
    </div>
  );
}

interface Ends {
  readonly all: readonly Annotation[];
  readonly isMore: boolean;
}

/** Annotations of the gold set that may be at the other end and are not yet, the nearest first. */
function useEnds(
  project: Project,
  gold: Annotation,
  choice: LinkChoice | undefined,
  words: string,
): Ends {
  return useMemo(() => {
    if (choice === undefined) return { all: [], isMore: false };
    const { near, far, isMore } = searchCandidates(project, gold, choice).find(words, MOST);
    const here = near.filter(({ isLinked }) => !isLinked).map(({ annotation }) => annotation);
    return { all: [...here, ...far], isMore };
  }, [project, gold, choice, words]);
}

function linkBetween(
  { kind, direction }: LinkChoice,
  gold: Annotation,
  other: Annotation,
): WantedLink {
  const [from, to] = direction === 'from' ? [gold, other] : [other, gold];
  return { kindId: kind.id, from, to, takenFrom: [] };
}

function nameOfEnd(project: Project, gold: Annotation, other: Annotation): string {
  const end = describeEnd(project, other);
  if (other.documentId === gold.documentId) return end;
  const title = findDocument(project, other.documentId)?.title.value ?? '';
  return t('adjudicate.link.elsewhere', { end, title });
}

function keyOf({ kind, direction }: LinkChoice): string {
  return `${direction} ${kind.id}`;
}

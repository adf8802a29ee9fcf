import { CornerDownLeft } from 'lucide-react';
import type { AddedPassage } from '../../core/adjudication/plan-missed';
import type { SourceDocument } from '../../core/document/source-document';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import { keepAdded, reopen } from '../state/adjudication-actions';
import { goToAnnotation } from '../state/view-actions';
import { Button } from '../ui/button';
import { CodeName } from '../ui/passage-cells';
import { Excerpt } from './excerpt';
import { GoldLinks } from './gold-links';
import { GivenVerdicts } from './given-verdicts';
import { GroundsForm } from './grounds-form';
import { useGrounds } from './use-grounds';
import styles from './adjudicate.module.css';

/** What can be done to a passage that all coders missed. */
export interface AddedDraft {
  readonly reopen: () => void;
  /** Shows it in its text, where one goes on working at it. */
  readonly go: () => void;
}

export function addedDraft({ verdicts, gold }: AddedPassage): AddedDraft {
  return {
    reopen: () => {
      reopen(verdicts, 1);
    },
    go: () => {
      if (gold !== undefined) void goToAnnotation(gold.documentId, gold.id);
    },
  };
}

interface Props {
  readonly project: Project;
  readonly document: SourceDocument;
  readonly passage: AddedPassage;
}

/** What an adjudicator found that all coders missed: its words, its code, and why. */
export function AddedPane({ project, document, passage }: Props) {
  const { verdict, verdicts, gold, state } = passage;
  const draft = useGrounds(verdict.id, [verdict]);
  const deeds = addedDraft(passage);
  return (
    <section className={styles['pane']} aria-label={t('compare.passage')} tabIndex={0}>
      <GivenVerdicts
        project={project}
        state={state}
        verdicts={verdicts}
        onKeep={(kept) => {
          keepAdded(passage, kept);
        }}
        onReopen={deeds.reopen}
      />
      {gold === undefined ? (
        <p>{t('adjudicate.addedGone')}</p>
      ) : (
        <>
          <Excerpt document={document} covers={[{ name: t('gold.name'), pieces: gold.pieces }]} />
          <CodeName project={project} annotation={gold} />
        </>
      )}
      {draft.own === undefined ? null : <GroundsForm project={project} draft={draft} />}
      {gold === undefined ? null : <GoldLinks project={project} gold={gold} members={[]} />}
      <div className={styles['buttons']}>
        <span className={styles['space']} />
        <Button kind="quiet" isDisabled={gold === undefined} onPress={deeds.go}>
          <CornerDownLeft size={14} aria-hidden="true" />
          {t('compare.goThere')} <kbd aria-hidden="true">G</kbd>
        </Button>
      </div>
    </section>
  );
}

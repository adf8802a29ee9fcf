import { Spline } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import {
  goldLinksAt,
  offeredLinks,
  verdictsOnLink,
  type GoldLink,
  type WantedLink,
} from '../../core/adjudication/plan-link';
import type { Annotation } from '../../core/annotation/annotation';
import { findRelationKind } from '../../core/codebook/codebook';
import { t } from '../../core/messages/message';
import { findCoder, findIn, type Project } from '../../core/project/project';
import { reopen } from '../state/adjudication-actions';
import { describeEnd } from '../state/relation-actions';
import { Button } from '../ui/button';
import { changeAdjudicating, useAdjudicating } from './adjudicate-state';
import { LinkForm } from './link-form';
import styles from './adjudicate.module.css';

interface Props {
  readonly project: Project;
  /** What the passage is in the gold set. */
  readonly gold: Annotation;
  /** What coders have there. */
  readonly members: readonly Annotation[];
}

const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The links of a passage in the gold set, those of coders that could be taken, and a new one. */
export function GoldLinks({ project, gold, members }: Props) {
  const linking = useAdjudicating((state) => state.linking);
  const offered = offeredLinks(project, members);
  const links = goldLinksAt(project, gold);
  const start = useRef<HTMLButtonElement>(null);
  const leave = (): void => {
    changeAdjudicating({ linking: undefined });
    start.current?.focus();
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (linking === undefined) return;
    form.current?.scrollIntoView({ block: 'nearest' });
    form.current?.querySelector('button')?.focus();
  }, [linking]);
  const taken = offered.find((one) => keyOf(one) === linking);
  return (
    <section className={styles['goldLinks']} aria-label={t('adjudicate.link.title')} data-own-keys>
      <h2>{t('adjudicate.link.title')}</h2>
      {links.length + offered.length === 0 ? (
        <p className={styles['hint']}>{t('adjudicate.link.none')}</p>
      ) : (
        <ul>
          {links.map((one) => (
            <Line
              key={one.relation.id}
              words={wordsOf(project, gold, one.relation)}
              said={saidOf(project, one)}
            >
              {one.verdict === undefined ? null : (
                <Button
                  kind="quiet"
                  onPress={() => {
                    reopen(verdictsOnLink(project, one.relation.id), 1);
                  }}
                >
                  {t('adjudicate.link.reopen')}
                </Button>
              )}
            </Line>
          ))}
          {offered.map((one) => (
            <Line
              key={keyOf(one)}
              words={wordsOf(project, gold, endsOf(one))}
              said={t('adjudicate.link.offered', { names: namesOf(project, one.takenFrom) })}
              isOffered
            >
              <Button
                onPress={() => {
                  changeAdjudicating({ linking: keyOf(one) });
                }}
              >
                {t('adjudicate.link.take')}
              </Button>
            </Line>
          ))}
        </ul>
      )}
      {linking === undefined || (linking !== NEW && taken === undefined) ? (
        <Button
          ref={start}
          onPress={() => {
            changeAdjudicating({ linking: NEW });
          }}
        >
          {t('adjudicate.link.newButton')} <kbd aria-hidden="true">L</kbd>
        </Button>
      ) : (
        <div ref={form}>
          <LinkForm key={linking} project={project} gold={gold} offered={taken} onLeave={leave} />
        </div>
      )}
    </section>
  );
}

/** The form is for a link that is drawn. */
export const NEW = 'new';

interface LineProps {
  readonly words: string;
  readonly said: string;
  readonly isOffered?: boolean;
  readonly children: ReactNode;
}

function Line({ words, said, isOffered, children }: LineProps) {
  return (
    <li data-offered={isOffered}>
      <Spline size={13} aria-hidden="true" />
      <div>
        <p dir="auto">{words}</p>
        <p className={styles['hint']}>{said}</p>
      </div>
      {children}
    </li>
  );
}

type Ends = Pick<
  GoldLink['relation'],
  'kindId' | 'fromId' | 'fromDocumentId' | 'toId' | 'toDocumentId'
>;

function endsOf({ kindId, from, to }: WantedLink): Ends {
  return {
    kindId,
    fromId: from.id,
    fromDocumentId: from.documentId,
    toId: to.id,
    toDocumentId: to.documentId,
  };
}

/** The link as it is seen from one of its ends. */
function wordsOf(project: Project, gold: Annotation, ends: Ends): string {
  const isFrom = ends.fromId === gold.id;
  const other = isFrom
    ? findIn(project, ends.toDocumentId, ends.toId)
    : findIn(project, ends.fromDocumentId, ends.fromId);
  const kind = findRelationKind(project.codebook, ends.kindId)?.name ?? ends.kindId;
  const end = other === undefined ? '–' : describeEnd(project, other);
  return t(isFrom ? 'relations.row.from' : 'relations.row.to', { kind, end });
}

function saidOf(project: Project, { verdict }: GoldLink): string {
  if (verdict === undefined) return t('adjudicate.link.withPassages');
  const { outcome, coderId, at, sources, reason, words } = verdict;
  const by = {
    name: findCoder(project, coderId)?.name ?? coderId,
    at: format.format(new Date(at)),
  };
  const names = namesOf(
    project,
    sources.map((one) => one.coderId),
  );
  const how =
    outcome === 'taken'
      ? t('adjudicate.link.takenBy', { ...by, names })
      : t('adjudicate.link.drawnBy', by);
  return [how, ...[reason, words].filter((one) => one)].join(' – ');
}

function namesOf(project: Project, ids: WantedLink['takenFrom']): string {
  return ids.map((id) => findCoder(project, id)?.name ?? id).join(', ');
}

function keyOf({ kindId, from, to }: WantedLink): string {
  return `${kindId} ${from.id} ${to.id}`;
}

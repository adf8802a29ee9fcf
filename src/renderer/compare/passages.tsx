import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { leaderOf } from '../../core/comparison/align';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import type { ComparedGroup } from '../../core/comparison/differences';
import { t } from '../../core/messages/message';
import type { Project } from '../../core/project/project';
import type { Span } from '../../core/text/span';
import { goToAnnotation } from '../state/view-actions';
import { ComparedRow } from '../ui/compared-row';
import { VirtualListbox } from '../ui/virtual-listbox';
import { changeComparison, useComparison, type Shown } from './compare-state';
import { LaneText } from './lane-text';
import { PassageTable } from './passage-table';
import { SelectedWords } from './selected-words';
import { useDocumentText } from '../state/use-document-text';
import { useGroups } from './use-groups';
import styles from './compare.module.css';
import lanes from './lanes.module.css';

/** In CSS pixels. */
const ROW_HEIGHT = 60;
const heightOf = (): number => ROW_HEIGHT;
const keyOf = (group: ComparedGroup): string => leaderOf(group).id;
const nameOf = (group: ComparedGroup): string => leaderOf(group).pieces[0].exact;

/** The passages of a document as a list, in their text, and the chosen one as each coder has it. */
export function Passages({
  project,
  current,
}: {
  readonly project: Project;
  readonly current: ComparedDocument;
}) {
  // A menu closes first, then there is the list.
  const shown = useDeferredValue(useComparison((state) => state.shown));
  const chosen = useComparison((state) => state.chosen);
  const groups = useGroups(project, current);
  const rows = useMemo(() => groups.filter((group) => isShown(group, shown)), [groups, shown]);
  const group = useMemo(() => chosenOf(rows, groups, chosen), [rows, groups, chosen]);
  // When the page opens the list comes first, then the text, then the pane, each in a frame of its own; so does a step.
  const isListed = useDeferredValue(true, false);
  const inPane = useDeferredValue(isListed ? group : undefined, undefined);
  const key = group && keyOf(group);
  const [span, setSpan] = useState<Span>();
  const read = useDocumentText(current.document);
  const coders = useMemo(() => [...current.coders.keys()], [current]);
  useEffect(() => {
    changeComparison({ chosen: group && leaderOf(group).id });
  }, [group]);
  const letGo = useCallback(() => {
    getSelection()?.removeAllRanges();
    setSpan(undefined);
  }, []);
  const pick = useCallback(
    (one: ComparedGroup) => {
      letGo();
      changeComparison({ chosen: leaderOf(one).id });
    },
    [letGo],
  );
  return (
    <div className={styles['own']}>
      <div className={styles['columns']}>
        <div className={styles['list']}>
          {rows.length === 0 ? (
            <p className={styles['none']}>{t('compare.none')}</p>
          ) : (
            <VirtualListbox
              key={shown}
              label={t('compare.passages')}
              rows={rows}
              keyOf={keyOf}
              heightOf={heightOf}
              nameOf={nameOf}
              startKey={key}
              isSelected={(row) => row === group}
              onActive={pick}
              onOpen={(row) => {
                if (row === group) goTo(row);
                else pick(row);
              }}
              render={(row) => (
                <ComparedRow project={project} group={row} isChosen={row === group} />
              )}
            />
          )}
        </div>
        {!isListed ? (
          <div />
        ) : read === undefined ? (
          <p className={lanes['loading']}>{t('compare.textLoading')}</p>
        ) : (
          <LaneText
            project={project}
            document={current.document}
            coders={coders}
            text={read.text}
            paragraphs={read.paragraphs}
            groups={groups}
            rows={rows}
            chosen={group}
            onChoose={pick}
            onOpen={goTo}
            isSelected={span !== undefined}
            onSelect={setSpan}
          />
        )}
        {span !== undefined && read !== undefined ? (
          <SelectedWords
            project={project}
            current={current}
            text={read.text}
            span={span}
            onClose={letGo}
          />
        ) : inPane === undefined ? null : (
          <PassageTable project={project} group={inPane} onGo={goTo} />
        )}
      </div>
    </div>
  );
}

/** The chosen passage; where it is not listed, the next one in the text that is. */
function chosenOf(
  rows: readonly ComparedGroup[],
  groups: readonly ComparedGroup[],
  chosen: string | undefined,
): ComparedGroup | undefined {
  const found = rows.find((one) => keyOf(one) === chosen);
  if (found !== undefined || rows.length === 0) return found;
  const place = groups.findIndex((one) => keyOf(one) === chosen);
  if (place === -1) return rows[0];
  const listed = new Set(rows);
  return groups.slice(place).find((one) => listed.has(one)) ?? rows.at(-1);
}

function isShown({ kinds }: ComparedGroup, shown: Shown): boolean {
  if (shown === 'alike') return kinds.size === 0;
  return shown === 'differing' ? kinds.size > 0 : kinds.has(shown);
}

function goTo(group: ComparedGroup): void {
  const leader = leaderOf(group);
  void goToAnnotation(leader.documentId, leader.id);
}

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { codeName } from '../../core/codebook/codebook';
import { leaderOf } from '../../core/comparison/align';
import type { Compared, ComparedDocument } from '../../core/comparison/compared-work';
import { confusionInSteps, pairsOfCoders, type MatrixKey } from '../../core/comparison/confusion';
import type { ComparedGroup } from '../../core/comparison/differences';
import type { CoderId } from '../../core/ids';
import { t } from '../../core/messages/message';
import { findCoder, type Project } from '../../core/project/project';
import { goToAnnotation } from '../state/view-actions';
import { Choice } from '../ui/choice';
import { ComparedRow } from '../ui/compared-row';
import { useInSteps } from '../ui/use-in-steps';
import { VirtualListbox } from '../ui/virtual-listbox';
import { MatrixTable } from './matrix-table';
import { PassageTable } from './passage-table';
import { useAllGroups } from './use-all-groups';
import { useGroups } from './use-groups';
import styles from './matrix.module.css';

interface Props {
  readonly project: Project;
  readonly compared: Compared;
  readonly current: ComparedDocument;
}

const heightOf = (): number => 60;
const keyOf = (group: ComparedGroup): string => leaderOf(group).id;
const nameOf = (group: ComparedGroup): string => leaderOf(group).pieces[0].exact;

/** Which codes two coders gave to the same passages; a cell opens its passages. */
export function CodesAgainstCodes({ project, compared, current }: Props) {
  const [ownScope, setScope] = useState<'one' | 'all'>('one');
  const [ownPair, setPair] = useState('all');
  const [ownCell, setCell] = useState<readonly [MatrixKey, MatrixKey]>();
  const [chosen, setChosen] = useState<string>();
  // What was pressed answers first.
  const scope = useDeferredValue(ownScope);
  const pairKey = useDeferredValue(ownPair);
  const cell = useDeferredValue(ownCell);
  const one = useGroups(project, current);
  const all = useAllGroups(project, compared, scope === 'all');
  const groups = scope === 'one' ? one : all.groups;
  const coders = useMemo(
    () => (scope === 'one' ? [...current.coders.keys()] : compared.coders),
    [scope, current, compared],
  );
  const pairs = useMemo(() => pairsOfCoders(coders), [coders]);
  const onlyPair = pairs.length === 1 ? pairs[0]?.join(' ') : undefined;
  const pair = pairs.length === 1 ? pairs[0] : pairs.find((two) => two.join(' ') === pairKey);
  const { codebook } = project;
  const matrix = useInSteps(
    useCallback(
      () => confusionInSteps(codebook, groups ?? [], pair ? [pair] : pairs),
      [codebook, groups, pair, pairs],
    ),
  );
  const rows = useMemo(() => [...new Set(cell && matrix?.at(cell[0], cell[1]))], [matrix, cell]);
  const group = rows.find((row) => keyOf(row) === chosen) ?? rows[0];
  const nameOfCoder = (id: CoderId): string => findCoder(project, id)?.name ?? id;
  const nameOfKey = (key: MatrixKey): string =>
    key === undefined ? t('compare.matrix.notCoded') : codeName(project.codebook, key);
  const who = pair
    ? ([nameOfCoder(pair[0]), nameOfCoder(pair[1])] as const)
    : ([t('compare.matrix.first'), t('compare.matrix.second')] as const);
  const count = { n: all.documents, of: compared.documents.length };
  return (
    <div className={styles['matrix']}>
      <div className={styles['side']}>
        <div className={styles['choices']}>
          <Choice
            label={t('compare.matrix.coders')}
            value={pairs.find((two) => two.join(' ') === ownPair)?.join(' ') ?? onlyPair ?? 'all'}
            options={[
              ...(pairs.length === 1
                ? []
                : [{ value: 'all', label: t('compare.matrix.allPairs', { n: pairs.length }) }]),
              ...pairs.map(([row, column]) => ({
                value: `${row} ${column}`,
                label: t('compare.matrix.pair', {
                  row: nameOfCoder(row),
                  column: nameOfCoder(column),
                }),
              })),
            ]}
            onChange={setPair}
          />
          <Choice
            label={t('compare.matrix.scope')}
            value={ownScope}
            options={(['one', 'all'] as const).map((value) => ({
              value,
              label: t(`compare.matrix.scope.${value}`),
            }))}
            onChange={setScope}
          />
        </div>
        <p className={styles['said']} role="status">
          {groups === undefined
            ? t('compare.matrix.computing', count)
            : matrix === undefined
              ? t('compare.preparing')
              : t(pair ? 'compare.matrix.said' : 'compare.matrix.saidAll', { n: matrix.total })}
        </p>
        {matrix === undefined || groups === undefined ? null : (
          <MatrixTable
            matrix={matrix}
            who={who}
            nameOf={nameOfKey}
            chosen={ownCell}
            onChoose={(row, column) => {
              setCell([row, column]);
            }}
          />
        )}
      </div>
      <div className={styles['passages']}>
        {cell === undefined || rows.length === 0 ? (
          <p className={styles['said']}>{t('compare.matrix.hint')}</p>
        ) : (
          <VirtualListbox
            label={t('compare.passages')}
            rows={rows}
            keyOf={keyOf}
            heightOf={heightOf}
            nameOf={nameOf}
            startKey={group && keyOf(group)}
            isSelected={(row) => row === group}
            onActive={(row) => {
              setChosen(keyOf(row));
            }}
            onOpen={(row) => {
              if (row === group) goTo(row);
              else setChosen(keyOf(row));
            }}
            render={(row) => <ComparedRow project={project} group={row} isChosen={row === group} />}
          />
        )}
        {group === undefined ? null : <PassageTable project={project} group={group} onGo={goTo} />}
      </div>
    </div>
  );
}

function goTo(group: ComparedGroup): void {
  const leader = leaderOf(group);
  void goToAnnotation(leader.documentId, leader.id);
}

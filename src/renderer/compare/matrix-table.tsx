import type { ConfusionMatrix, MatrixKey } from '../../core/comparison/confusion';
import { t } from '../../core/messages/message';
import styles from './matrix.module.css';

interface Props {
  readonly matrix: ConfusionMatrix;
  /** Whose codes are in the rows, and whose in the columns. */
  readonly who: readonly [string, string];
  readonly nameOf: (key: MatrixKey) => string;
  readonly chosen: readonly [MatrixKey, MatrixKey] | undefined;
  readonly onChoose: (row: MatrixKey, column: MatrixKey) => void;
}

/** Counts of passages; those on the diagonal, on which both say the same, are set apart by a frame. */
export function MatrixTable({ matrix: { keys, at }, who, nameOf, chosen, onChoose }: Props) {
  const [first, second] = who;
  return (
    <div className={styles['wide']} tabIndex={0} role="group" aria-label={t('compare.matrix')}>
      <table className={styles['table']}>
        <caption className="visually-hidden">{t('compare.matrix')}</caption>
        <thead>
          <tr>
            <td>{t('compare.matrix.corner', { row: first, column: second })}</td>
            {keys.map((column) => (
              <th key={column ?? ''} scope="col" dir="auto">
                {nameOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <tr key={row ?? ''}>
              <th scope="row" dir="auto">
                {nameOf(row)}
              </th>
              {keys.map((column) => {
                const n = at(row, column).length;
                const isChosen = chosen !== undefined && chosen[0] === row && chosen[1] === column;
                return (
                  <td key={column ?? ''} data-same={row === column || undefined}>
                    {n === 0 ? (
                      <span className={styles['zero']}>{(row ?? column) ? 0 : '–'}</span>
                    ) : (
                      <button
                        type="button"
                        aria-pressed={isChosen}
                        aria-label={t('compare.matrix.cell', {
                          row: first,
                          rowCode: nameOf(row),
                          column: second,
                          columnCode: nameOf(column),
                          n,
                        })}
                        onClick={() => {
                          onChoose(row, column);
                        }}
                      >
                        {n}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

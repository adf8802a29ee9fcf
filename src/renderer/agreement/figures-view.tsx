import { t } from '../../core/messages/message';
import { FIGURE_LEVELS, type FigureLevel, type FigureRow } from '../../core/report/figure-rows';
import { nameOfMeasure } from '../../core/report/measure-name';
import { rowsToRead } from '../../core/report/rows-to-read';
import { useApp } from '../state/app-state';
import type { Computed } from './agreement-state';
import styles from './agreement.module.css';

/** Figures by what they are of, with what belongs to all of them above. */
export function FiguresView({ computed }: { readonly computed: Computed }) {
  const project = useApp((state) => state.project);
  const { source, overview } = computed;
  const { passages, passagesAlike, jointDocuments, codebookRevision, notes, figures } = overview;
  const isOld = source === '' && project !== computed.project;
  return (
    <>
      <p className={styles['lead']}>
        {t('agreementPage.of', {
          coders: overview.coders.length,
          doubleCoded: overview.doubleCoded,
          documents: overview.documents,
        })}{' '}
        {t('report.methods.passages', {
          n: passages,
          alike: passagesAlike,
          joint: jointDocuments,
          revision: codebookRevision,
        })}
      </p>
      <p className={styles['quiet']}>
        {t(source === '' ? 'agreementPage.ofNow' : 'agreementPage.ofSnapshot', {
          hash: overview.contentHash.slice(0, 16),
        })}
        {isOld ? <strong> {t('agreementPage.old')}</strong> : null}
      </p>
      {notes.map((note) => (
        <p key={note} className={styles['quiet']}>
          {note}
        </p>
      ))}
      {FIGURE_LEVELS.map((level) => (
        <FiguresTable key={level} level={level} {...rowsToRead(figures, level)} />
      ))}
    </>
  );
}

interface TableProps {
  readonly level: FigureLevel;
  readonly rows: readonly FigureRow[];
  /** How many documents are not among them. */
  readonly left: number;
}

function FiguresTable({ level, rows, left }: TableProps) {
  if (rows.length === 0) return null;
  return (
    <div className={styles['scroll']}>
      <table className={styles['figures']}>
        <caption>{t(`report.methods.level.${level}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.methods.column.variable')}</th>
            <th scope="col">{t('report.methods.column.measure')}</th>
            <th scope="col" className={styles['number']}>
              {t('report.methods.column.value')}
            </th>
            <th scope="col">{t('report.methods.column.interval')}</th>
            <th scope="col" className={styles['number']}>
              {t('report.methods.column.n')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('report.methods.column.missing')}
            </th>
            <th scope="col">{t('report.methods.column.because')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={`${String(index)} ${row.measure}`}
              data-begins={rows[index - 1]?.variable !== row.variable}
            >
              <th scope="row" dir="auto">
                {row.variable}
              </th>
              <td>
                {nameOfMeasure(row.measure)}
                {row.variant === '' || row.measure.includes('.') ? null : (
                  <span className={styles['variant']}> ({row.variant})</span>
                )}
              </td>
              <td className={styles['number']}>
                {row.value === null ? t('report.methods.notDefined') : row.value.toFixed(3)}
              </td>
              <td>
                {row.low === null || row.high === null
                  ? '–'
                  : `${row.low.toFixed(3)} – ${row.high.toFixed(3)}`}
              </td>
              <td className={styles['number']}>{row.n}</td>
              <td className={styles['number']}>{row.missing ?? '–'}</td>
              <td className={styles['because']}>{row.because}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left === 0 ? null : (
        <p className={styles['quiet']}>{t('report.methods.moreDocuments', { n: left })}</p>
      )}
    </div>
  );
}

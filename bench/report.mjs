// @ts-check
import { median, spread } from './records.mjs';

/**
 * One line for each thing measured: medians with the spread of the middle half, and this build's ratio to each other.
 * @param {import('./records.mjs').Records} records
 * @returns {string}
 */
export function formatReport(records) {
  const names = records.names();
  const contenders = [
    'this build',
    'other build',
    'small project',
    'floor',
    'stock lowdb',
    'plain filter',
  ].filter((contender) => names.some((what) => records.values(what, contender).length > 0));
  const [own = '', ...others] = contenders;
  const header = ['ms, median (spread)', ...contenders, ...others.map((name) => `÷ ${name}`), 'n'];
  const rows = names.map((what) => [
    what,
    ...contenders.map((name) => formatMedian(records.values(what, name))),
    ...others.map((name) => formatRatio(records.values(what, own), records.values(what, name))),
    String(records.values(what, own).length),
  ]);
  return formatTable([header, ...rows]);
}

/** @param {readonly number[]} values */
function formatMedian(values) {
  const middle = median(values);
  if (middle === undefined) return '';
  return `${formatNumber(middle)} (±${Math.round(spread(values) * 50)} %)`;
}

/**
 * @param {readonly number[]} values
 * @param {readonly number[]} base
 */
function formatRatio(values, base) {
  const [above, below] = [median(values), median(base)];
  return above === undefined || below === undefined || below === 0
    ? ''
    : (above / below).toFixed(2);
}

/** @param {number} value */
function formatNumber(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** @param {readonly (readonly string[])[]} rows */
function formatTable(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  const [header = [], ...body] = rows;
  return [
    line(header),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...body.map(line),
  ].join('\n');
}

// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const LABELS = 5_000;
/** Typed letter by letter; each letter is one measurement. */
const TYPED = ['north korea', 'kim dae', 'nk', 'secretary of', 'zzz'];
const SHOWN = 20;

const FIRST = 'North South East West New Old Great Upper Lower Central Greater Saint'.split(' ');
const SECOND =
  'Korea Japan Kimland Rivertown Ministry Council Party Union Assembly Secretary Bank Guard'.split(
    ' ',
  );
const THIRD = 'of Trade,of Defence,of State,Dae,Jong,,,Committee'.split(',');

/**
 * @typedef {object} Label
 * @property {string} label
 * @property {readonly string[]} aliases
 * @property {number} frequency
 */

/**
 * A letter in a type-ahead of 5,000 labels with an alias each, this build's and a plain filter that folds, filters and
 * sorts the labels anew. In plain Node.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {number} runs
 * @param {import('./records.mjs').Records} records
 */
export async function measureTypeAhead(contenders, runs, records) {
  const items = createLabels();
  /** @type {{ name: string, ask: (query: string) => unknown }[]} */
  const askers = [{ name: 'plain filter', ask: (query) => filterPlainly(items, query) }];
  for (const { name, storage } of contenders) {
    const ask = storage === undefined ? undefined : await loadTypeAhead(storage, items);
    if (ask !== undefined) askers.push({ name, ask });
  }
  // The first times compile the code.
  for (let run = -3; run < runs; run += 1) {
    for (const { name, ask } of askers) {
      for (const typed of TYPED) {
        for (let length = 1; length <= typed.length; length += 1) {
          const began = performance.now();
          ask(typed.slice(0, length));
          if (run >= 0) records.add(`letter, ${LABELS} labels`, name, performance.now() - began);
        }
      }
    }
  }
}

/**
 * @param {string} storage
 * @param {readonly Label[]} items
 * @returns {Promise<((query: string) => unknown) | undefined>} undefined for a version that has no type-ahead
 */
async function loadTypeAhead(storage, items) {
  const rank = await import(pathToFileURL(join(storage, 'rank.mjs')).href).catch(() => undefined);
  if (rank === undefined) return undefined;
  const ask = rank.createTypeAhead(items);
  return (query) => ask(query, SHOWN);
}

/**
 * @param {readonly Label[]} items
 * @param {string} query
 */
function filterPlainly(items, query) {
  const fold = (/** @type {string} */ text) =>
    text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const asked = fold(query);
  return items
    .filter(({ label, aliases }) => [label, ...aliases].some((name) => fold(name).includes(asked)))
    .sort((a, b) => b.frequency - a.frequency || a.label.localeCompare(b.label))
    .slice(0, SHOWN);
}

/** @returns {readonly Label[]} */
function createLabels() {
  return Array.from({ length: LABELS }, (_, n) => {
    const pick = (/** @type {readonly string[]} */ words, /** @type {number} */ by) =>
      words[Math.floor(n / by) % words.length] ?? '';
    const label = [pick(FIRST, 1), pick(SECOND, FIRST.length), pick(THIRD, 7), n].join(' ');
    return { label, aliases: [`${pick(SECOND, 5)} ${n}é`], frequency: (n * 7919) % 50 };
  });
}

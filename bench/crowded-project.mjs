// @ts-check
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { expect, loadStorage } from './projects.mjs';

/** Coders of one document, and annotations of each. @typedef {{ coders: number, each: number }} CrowdSize */

/** The size that comparing and adjudicating one document is held to. @type {CrowdSize} */
export const CROWD = { coders: 10, each: 2_000 };
/** @type {CrowdSize} */
export const SMALL_CROWD = { coders: 5, each: 300 };

/** UTF-16 code units from one passage to the next. */
const APART = 60;
const PASSAGES_IN_PARAGRAPH = 8;
const WORDS =
  'the two nations shall continue their talks on missile issues and trade with others '.split(' ');

/**
 * One document that several coders coded from beginning to end: they have most of the passages, with now and then another
 * end, another code or another value. The first coder's reach into the next passage, so that all hang together without a gap.
 * The person at this computer, who coded nothing, may see everything.
 * @param {string} storage of the contender
 * @param {string} folder
 * @param {CrowdSize} size
 * @param {number} seed
 * @returns {Promise<void>}
 */
export async function createCrowdedProject(storage, folder, { coders, each }, seed) {
  const store = await loadStorage(storage);
  const at = '2000-10-20T09:00:00.000Z';
  const text = createText(each);
  const given = { at, createId: () => randomUUID() };
  const { prepared } = expect(store.prepareText(Buffer.from(text), 'crowd.txt', given));
  const lead = { id: 'lead', name: userInfo().username };
  const id = randomUUID();
  const about = { title: 'Crowd', coder: lead, id, at, texts: [prepared] };
  expect(await store.createProject(folder, about));
  const session = expect(await store.openSession(folder));
  const documentId = session.project.documents[0].id;
  const people = Array.from({ length: coders }, (_, n) => ({ id: `c${n}`, name: `Coder ${n}` }));
  const next = numbers(seed);
  const annotations = people.flatMap(({ id: coderId }, who) =>
    Array.from({ length: each }, (_, n) => {
      const start = placeOf(n) + next(3) * 2;
      const end = Math.min(text.length, who === 0 ? placeOf(n + 1) + 8 : start + 30 + next(4) * 5);
      const codeId = next(10) === 0 ? 'actor' : 'stance';
      return {
        id: `${coderId}-${n}`,
        documentId,
        coderId,
        codeId,
        pieces: [store.createSelector(text, { start, end })],
        parts: [],
        attributes: codeId === 'actor' ? {} : { polarity: ['favour', 'against', 'mixed'][next(3)] },
        memo: '',
        createdAt: at,
        modifiedAt: at,
        codebookRevision: 1,
      };
    }),
  );
  const deed = { kind: 'blind', isBlind: false, reason: 'They compare what they did' };
  const all = [
    ...people.map((coder, index) => ({ kind: 'coder.add', coder, index: index + 1 })),
    batch(annotations.map((annotation) => ({ kind: 'annotation.add', annotation }))),
    { kind: 'team.record', act: { id: 'open', coderId: lead.id, at, deed } },
  ];
  for (const command of all) expect(session.perform(command));
  expect(await session.settled());
  expect(await session.close());
}

/** @param {readonly unknown[]} commands */
function batch(commands) {
  return { kind: 'batch', purpose: 'import', size: commands.length, commands };
}

/** Where the n-th passage begins. @param {number} n */
function placeOf(n) {
  return n * APART + Math.floor(n / PASSAGES_IN_PARAGRAPH) * 2;
}

/** @param {number} passages */
function createText(passages) {
  let text = '';
  for (let n = 0; n <= passages; n += 1) {
    if (text.length < placeOf(n)) text += '\n\n';
    let passage = '';
    for (let word = n; passage.length < APART; word += 1) passage += `${WORDS[word % 14]} `;
    text += `${passage.slice(0, APART - 2)}. `;
  }
  return `${text.trimEnd()}\n`;
}

/**
 * The same numbers for the same seed.
 * @param {number} seed
 * @returns {(below: number) => number}
 */
function numbers(seed) {
  let state = seed + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

// @ts-check
import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { root } from '../scripts/places.mjs';
import { createLongText } from './long-text.mjs';
import { expect, loadStorage } from './projects.mjs';

/**
 * How much there is in a project. Texts and their share of annotations are alike in all of them.
 * @typedef {object} Size
 * @property {number} actors
 * @property {number} codes
 * @property {number} annotations
 * @property {number} documents
 */

/** The size that the app is held to. @type {Size} */
export const LARGE = { actors: 5_000, codes: 500, annotations: 20_000, documents: 20 };
/** Two of its texts, with a register and a codebook of a beginning. @type {Size} */
export const SMALL = { actors: 50, codes: 12, annotations: 2_000, documents: 2 };
/** Of each text. */
const WORDS = 12_000;
/** Every so many annotations a stance is linked to the mention before it. */
const LINKED = 4;

const FIRST = 'North South East West New Old Great Upper Lower Central Greater Saint'.split(' ');
const SECOND =
  'Korea Japan Kimland Rivertown Ministry Council Party Union Assembly Secretary Bank Guard'.split(
    ' ',
  );
const THIRD = 'of Trade,of Defence,of State,Dae,Jong,Affairs,Office,Committee'.split(',');
const KINDS = ['state', 'government-body', 'person', 'organisation', 'expert'];

/**
 * Makes a project: a register with aliases and parents, a tree of codes, annotations with all attributes
 * of stances and mentions, and links between them.
 * @param {string} storage of the contender
 * @param {string} folder
 * @param {Size} size
 * @param {number} seed
 * @returns {Promise<void>}
 */
export async function createLargeProject(storage, folder, size, seed) {
  const store = await loadStorage(storage);
  const at = new Date(0).toISOString();
  const texts = await createTexts(size, seed);
  const prepared = texts.map(({ text }, n) => {
    const given = { at, createId: () => randomUUID() };
    return expect(store.prepareText(Buffer.from(text), `text-${n + 1}.txt`, given)).prepared;
  });
  const coder = { id: 'bench', name: userInfo().username };
  const id = randomUUID();
  expect(await store.createProject(folder, { title: 'Large', coder, id, at, texts: prepared }));
  const session = expect(await store.openSession(folder));
  const { codebook, documents } = session.project;
  const codes = createCodes(codebook.codes, size.codes);
  const actors = createActors(size.actors);
  const annotations = texts.flatMap(({ text, passages }, n) =>
    passages.map((passage, i) => {
      const selector = store.createSelector(text, passage);
      return createAnnotation(
        { codes, actors },
        documents[n].id,
        selector,
        n * passages.length + i,
        at,
      );
    }),
  );
  const all = [
    batch('codebook', [{ kind: 'codebook.replace', codebook: { ...codebook, codes } }]),
    batch(
      'actors',
      actors.map((actor, index) => ({ kind: 'actor.add', actor, index })),
    ),
    batch(
      'import',
      annotations.map((annotation) => ({ kind: 'annotation.add', annotation })),
    ),
    batch(
      'import',
      createRelations(annotations, at).map((relation) => ({ kind: 'relation.add', relation })),
    ),
  ];
  for (const command of all) expect(session.perform(command));
  expect(await session.settled());
  expect(await session.close());
}

/**
 * @param {Size} size
 * @param {number} seed
 */
function createTexts(size, seed) {
  const each = { documents: join(root, 'documents'), words: WORDS };
  const annotations = size.annotations / size.documents;
  return Promise.all(
    Array.from({ length: size.documents }, (_, n) =>
      createLongText({ ...each, annotations, seed: seed * LARGE.documents + n }),
    ),
  );
}

/**
 * @param {string} purpose
 * @param {readonly unknown[]} commands
 */
function batch(purpose, commands) {
  return { kind: 'batch', purpose, size: commands.length, commands };
}

/**
 * The scheme's codes, and more below them, ten under each of the first of those.
 * @param {readonly any[]} scheme
 * @param {number} wanted
 */
function createCodes(scheme, wanted) {
  const more = Array.from({ length: wanted - scheme.length }, (_, n) => ({
    id: `code-${n}`,
    name: `${pick(SECOND, n)} ${pick(THIRD, n >> 2)} ${n}`,
    ...(n >= 45 && { parentId: `code-${Math.floor(n / 11) % 45}` }),
    colour: ['blue', 'green', 'purple', 'amber', 'rose'][n % 5],
    lineStyle: ['solid', 'dashed', 'dotted', 'double'][n % 4],
    definition: `What is said about ${pick(SECOND, n)} ${n}.`,
    include: '',
    exclude: '',
    examples: [],
    attributes: [],
    parts: [],
    retired: false,
    definedIn: 1,
  }));
  return [...scheme, ...more];
}

/** @param {number} wanted */
function createActors(wanted) {
  return Array.from({ length: wanted }, (_, n) => ({
    id: `actor-${n}`,
    label: `${pick(FIRST, n)} ${pick(SECOND, Math.floor(n / FIRST.length))} ${pick(THIRD, n >> 3)} ${n}`,
    kind: KINDS[n % KINDS.length],
    ...(n >= 50 && { parentId: `actor-${n % 50}` }),
    aliases: n % 3 === 0 ? [] : [`${pick(SECOND, n >> 2)} ${n}é`, `${pick(THIRD, n)}-${n}`],
    note: '',
  }));
}

/**
 * Of ten annotations five are stances, three mentions and two of other codes.
 * @param {{ codes: readonly any[], actors: readonly any[] }} from
 * @param {string} documentId
 * @param {any} selector
 * @param {number} n
 * @param {string} at
 */
function createAnnotation({ codes, actors }, documentId, selector, n, at) {
  const actor = `actor-${(n * 7919) % actors.length}`;
  const kind = n % 10;
  const choice = (/** @type {any} */ code, /** @type {string} */ id) => {
    const { choices } = code.attributes.find((/** @type {any} */ one) => one.id === id);
    return choices[n % choices.length].value;
  };
  const [stance, , mention] = codes;
  const said =
    kind < 5
      ? {
          codeId: stance.id,
          attributes: {
            holder: [actor],
            polarity: choice(stance, 'polarity'),
            act: choice(stance, 'act'),
            strength: 1 + (n % 3),
            voice: choice(stance, 'voice'),
          },
        }
      : kind < 8
        ? {
            codeId: mention.id,
            attributes: { entity: [actor], form: choice(mention, 'form') },
          }
        : { codeId: codes[n % codes.length].id, attributes: {} };
  return {
    id: randomUUID(),
    documentId,
    coderId: 'bench',
    ...said,
    pieces: [selector],
    parts: [],
    memo: n % 20 === 0 ? 'To be talked about.' : '',
    createdAt: at,
    modifiedAt: new Date(n * 1000).toISOString(),
    codebookRevision: 1,
  };
}

/**
 * @param {readonly any[]} annotations
 * @param {string} at
 */
function createRelations(annotations, at) {
  return annotations.flatMap((to, n) => {
    const from = annotations[n - 5];
    const isLink =
      n % LINKED === 1 && to.codeId === 'actor' && from?.codeId === 'stance' && from !== to;
    if (!isLink || from.documentId !== to.documentId) return [];
    return [
      {
        id: randomUUID(),
        coderId: 'bench',
        kindId: 'target',
        fromDocumentId: from.documentId,
        fromId: from.id,
        toDocumentId: to.documentId,
        toId: to.id,
        memo: '',
        createdAt: at,
        modifiedAt: at,
        codebookRevision: 1,
      },
    ];
  });
}

/**
 * @param {readonly string[]} words
 * @param {number} n
 */
function pick(words, n) {
  return words[n % words.length] ?? '';
}

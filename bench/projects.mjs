// @ts-check
import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../scripts/places.mjs';

/**
 * The storage of one contender, as far as the bench uses it. Versions differ, so nothing here is typed by ours.
 * @param {string} storage folder of the bundle
 * @returns {Promise<any>}
 */
export async function loadStorage(storage) {
  const parts = await Promise.all(
    ['create', 'session', 'texts', 'quote'].map(
      (name) => import(pathToFileURL(join(storage, `${name}.mjs`)).href),
    ),
  );
  return Object.assign({}, ...parts);
}

/**
 * Makes a project of the first editorial and the long text, with the first `count` passages annotated by the coder
 * whom the app takes for the person at this computer.
 * @param {string} storage
 * @param {string} folder
 * @param {import('./long-text.mjs').LongText} long
 * @param {number} count
 * @returns {Promise<void>}
 */
export async function createProject(storage, folder, long, count) {
  const store = await loadStorage(storage);
  const at = new Date(0).toISOString();
  const coder = { id: 'bench', name: userInfo().username };
  const texts = [
    prepare(store, 'editorial.txt', await readEditorial(), at),
    prepare(store, 'long.txt', Buffer.from(long.text), at),
  ];
  const id = randomUUID();
  expect(await store.createProject(folder, { title: 'Bench', coder, id, at, texts }));
  const session = expect(await store.openSession(folder));
  const commands = long.passages.slice(0, count).map((passage, index) => ({
    kind: 'annotation.add',
    annotation: createAnnotation(store, session, long.text, passage, index),
  }));
  if (count > 0)
    expect(session.perform({ kind: 'batch', purpose: 'import', size: commands.length, commands }));
  expect(await session.settled());
  expect(await session.close());
}

/** The long text is the second document. */
export const LONG = 1;

/**
 * @param {any} store
 * @param {any} session
 * @param {string} text
 * @param {import('./long-text.mjs').Passage} passage
 * @param {number} index
 */
export function createAnnotation(store, session, text, passage, index) {
  const { codebook, documents, coders } = session.project;
  const at = new Date(index * 1000).toISOString();
  return {
    id: randomUUID(),
    documentId: documents[LONG].id,
    coderId: coders[0].id,
    codeId: codebook.codes[index % codebook.codes.length].id,
    pieces: [store.createSelector(text, passage)],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: codebook.revisions.at(-1).number,
  };
}

/**
 * @param {any} result a Result of the other version
 * @returns {any} its value
 */
export function expect(result) {
  if (!result.ok) throw new Error(result.fault.text);
  return result.value;
}

/**
 * @param {any} store
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {string} at
 */
function prepare(store, name, bytes, at) {
  const prepared = store.prepareText(bytes, name, { at, createId: () => randomUUID() });
  return expect(prepared).prepared;
}

async function readEditorial() {
  const folder = join(root, 'documents');
  const [first] = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  if (first === undefined) throw new Error(`There is no text in ${folder}`);
  return readFile(join(folder, first));
}

// @ts-check
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, loadStorage } from './projects.mjs';
import { numbers } from './team-project.mjs';

const AT = '2000-10-20T09:00:00.000Z';
/** Characters between the beginnings of two passages, and of a passage. */
const STEP = 300;
const LONG = 60;
/** What the coder who sends a pack did there. */
const DONE = { added: 200, changed: 20, retired: 10 };
const WORDS =
  'the minister said that talks would begin once every prisoner had been returned and no sanction lifted before it'.split(
    ' ',
  );

/**
 * The parts of one contender's storage that merging takes.
 * @param {string} storage folder of the bundle
 * @returns {Promise<any>} undefined for a version that has no packs
 */
export async function loadMerging(storage) {
  const names = [
    'journal-line',
    'journal-head',
    'checkpoint',
    'formats',
    'file-format',
    'make-pack',
    'open-pack',
    'try-merge',
    'before-merge',
    'take-back-merge',
    'find-standing',
    'content-hash',
  ];
  const parts = await Promise.all(
    names.map((name) =>
      import(pathToFileURL(join(storage, `${name}.mjs`)).href).catch(() => undefined),
    ),
  );
  if (parts.includes(undefined)) return undefined;
  return Object.assign({}, await loadStorage(storage), ...parts);
}

/**
 * Makes a project that several coders worked in for long, each act a line of a journal and each set in its file, and the
 * pack of one of them who went on elsewhere: new annotations, changed ones, a code that is new and one that was retired
 * in the project meanwhile.
 * @param {any} store
 * @param {string} work an empty folder
 * @param {import('./team-project.mjs').TeamSize} size
 * @param {number} seed
 * @returns {Promise<{ folder: string, pack: string }>}
 */
export async function createMergedProject(store, work, size, seed) {
  const folder = join(work, 'project');
  const texts = createTexts(store, size, seed);
  const [coder, ...others] = Array.from({ length: size.coders }, (_, n) => ({
    id: `c${n}`,
    name: `Coder ${n}`,
  }));
  const prepared = texts.map(({ prepared: one }) => one);
  const id = 'team-project';
  expect(await store.createProject(folder, { title: 'Team', coder, id, at: AT, texts: prepared }));
  await inSession(store, folder, 'lead', (session) => {
    for (const [n, one] of others.entries())
      expect(session.perform({ kind: 'coder.add', coder: one, index: n + 1 }));
  });
  const { codes } = await inSession(store, folder, 'lead', ({ project }) => project.codebook);
  const next = numbers(seed);
  const each = Math.ceil(size.annotations / size.documents / size.coders);
  for (const { id: coderId } of [coder, ...others].filter((one) => one !== undefined)) {
    await writeWork(store, folder, id, coderId, texts, (document) =>
      Array.from({ length: each }, (_, n) => {
        const start = n * STEP + next(STEP - LONG);
        const code = codes[next(codes.length)];
        return createAnnotation(store, document, `${coderId}-${n}`, coderId, code.id, start);
      }),
    );
  }
  const pack = await createPack(store, work, folder, texts, codes);
  return { folder, pack };
}

/**
 * @param {any} store
 * @param {string} work
 * @param {string} folder
 * @param {readonly Text[]} texts
 * @param {readonly any[]} codes
 * @returns {Promise<string>}
 */
async function createPack(store, work, folder, texts, codes) {
  const [kept, retired] = codes;
  const copy = join(work, 'copy');
  await cp(folder, copy, { recursive: true });
  await inSession(store, folder, 'lead', (session) => {
    const { codebook } = session.project;
    const left = codebook.codes.map((/** @type {any} */ code) =>
      code.id === retired.id ? { ...code, retired: true } : code,
    );
    replaceCodes(session, codebook, left);
  });
  const pack = join(work, 'c1.postilpack');
  // At the computer where that coder worked before, so the journal goes on.
  await inSession(store, copy, 'c1', async (session) => {
    session.workAs('c1');
    const { codebook } = session.project;
    replaceCodes(session, codebook, [
      ...codes,
      { ...kept, id: 'new', name: 'New', key: undefined },
    ]);
    for (let n = 0; n < DONE.added; n += 1) {
      const text = /** @type {Text} */ (texts[n % texts.length]);
      const codeId = n < DONE.retired ? retired.id : n % 2 === 0 ? 'new' : kept.id;
      const annotation = createAnnotation(store, text, `later-${n}`, 'c1', codeId, n * 2);
      expect(session.perform({ kind: 'annotation.add', annotation }));
    }
    const own = [...session.project.annotations.values()]
      .flat()
      .filter((one) => one.coderId === 'c1' && !one.id.includes('later'));
    for (const one of own.slice(0, DONE.changed)) {
      const annotation = { ...one, memo: 'Looked at again.' };
      expect(session.perform({ kind: 'annotation.replace', annotation }));
    }
    expect(await session.settled());
    const { project, textOf } = session;
    const given = { folder: copy, project, textOf, coderId: 'c1', at: AT };
    expect(await store.makeReturnPack(pack, given));
  });
  return pack;
}

/**
 * @param {any} session
 * @param {any} codebook
 * @param {readonly any[]} codes
 */
function replaceCodes(session, codebook, codes) {
  const plain = JSON.parse(JSON.stringify({ ...codebook, codes }));
  expect(session.perform({ kind: 'codebook.replace', codebook: plain }));
}

/**
 * @template Value
 * @param {any} store
 * @param {string} folder
 * @param {string} deviceId
 * @param {(session: any) => Value} act
 * @returns {Promise<Awaited<Value>>}
 */
async function inSession(store, folder, deviceId, act) {
  const session = expect(await store.openSession(folder, { deviceId }));
  const done = await act(session);
  expect(await session.settled());
  expect(await session.close());
  return done;
}

/**
 * @typedef {object} Text
 * @property {string} id
 * @property {string} text
 * @property {any} prepared
 */

/**
 * @param {any} store
 * @param {import('./team-project.mjs').TeamSize} size
 * @param {number} seed
 * @returns {readonly Text[]}
 */
function createTexts(store, { coders, documents, annotations }, seed) {
  const next = numbers(seed + 1);
  const length = (Math.ceil(annotations / documents / coders) + 1) * STEP + LONG;
  return Array.from({ length: documents }, (_, n) => {
    const words = [`Document ${n}.`];
    for (let long = 0; long < length;) {
      const word = WORDS[next(WORDS.length)] ?? '';
      words.push(next(80) === 0 ? `${word}.\n\n` : word);
      long += word.length + 1;
    }
    const text = words.join(' ');
    const given = { at: AT, createId: () => `d${n}` };
    const { prepared } = expect(store.prepareText(Buffer.from(text), `d${n}.txt`, given));
    return { id: `d${n}`, text: prepared.text, prepared };
  });
}

/**
 * @param {any} store
 * @param {Text} text
 * @param {string} id
 * @param {string} coderId
 * @param {string} codeId
 * @param {number} start
 */
function createAnnotation(store, { id: documentId, text }, id, coderId, codeId, start) {
  return {
    id: `${documentId}-${id}`,
    documentId,
    coderId,
    codeId,
    pieces: [store.createSelector(text, { start, end: start + LONG })],
    parts: [],
    attributes: {},
    memo: '',
    createdAt: AT,
    modifiedAt: AT,
    codebookRevision: 1,
  };
}

/**
 * What one coder did, as the app leaves it: a line for each annotation, and a file for each document.
 * @param {any} store
 * @param {string} folder
 * @param {string} projectId
 * @param {string} coderId
 * @param {readonly Text[]} texts
 * @param {(text: Text) => readonly any[]} annotate
 */
async function writeWork(store, folder, projectId, coderId, texts, annotate) {
  const place = join(folder, 'coders', coderId);
  await mkdir(place, { recursive: true });
  let { hash, bytes } = store.encodeHead({ projectId, coderId, deviceId: coderId });
  const lines = [bytes];
  for (const text of texts) {
    const annotations = annotate(text).toSorted(
      (a, b) => a.pieces[0].start - b.pieces[0].start || (a.id < b.id ? -1 : 1),
    );
    for (const annotation of annotations) {
      const { id: annotationId, documentId } = annotation;
      const as = { ...annotation };
      // Attributes are fields of their own in a journal.
      delete as.attributes;
      const name = 'Add Annotation';
      const entry = {
        stamp: `${AT}-${String(lines.length).padStart(6, '0')}-${coderId}`,
        reason: 'perform',
        coderId,
        name,
        step: { name, command: { kind: 'annotation.remove', documentId, annotationId } },
        changes: [{ put: ['annotation', annotationId], as }],
      };
      ({ hash, bytes } = store.encodeLine(lines.length + 1, hash, JSON.stringify(entry)));
      lines.push(bytes);
    }
    const rest = { relations: [], marks: [], verdicts: [] };
    const set = { lastLine: lines.length, coderId, documentId: text.id, annotations, ...rest };
    const file = store.serializeFile(store.ANNOTATION_SET_FORMAT, set);
    await writeFile(join(place, `${text.id}.json`), file);
  }
  await writeFile(join(place, `journal-${coderId}.jsonl`), Buffer.concat(lines));
}

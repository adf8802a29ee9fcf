// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Coders of one document, and annotations of each. */
const SIZES = { usual: { coders: 10, each: 2_000 }, quick: { coders: 5, each: 400 } };
/** UTF-16 code units from one passage to the next. */
const APART = 40;

/**
 * What comparing and adjudicating one document of many coders computes: who made what, the passages, what a verdict
 * changes, and the annotation that stands for each passage, which every step through the list asks for. In plain Node.
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {number} runs
 * @param {boolean} quick
 * @param {number} seed
 * @param {import('./records.mjs').Records} records
 */
export async function measureComparison(contenders, runs, quick, seed, records) {
  const { coders, each } = quick ? SIZES.quick : SIZES.usual;
  const of = `${coders} coders × ${each}`;
  /** @type {{ name: string, core: any }[]} */
  const cores = [];
  for (const { name, storage } of contenders) {
    if (storage === undefined) continue;
    const load = (/** @type {string} */ file) =>
      import(pathToFileURL(join(storage, `${file}.mjs`)).href).catch(() => undefined);
    const parts = ['scheme', 'project', 'compared-work', 'align', 'differences', 'adjudication'];
    const loaded = await Promise.all(parts.map(load));
    if (!loaded.includes(undefined)) cores.push({ name, core: Object.assign({}, ...loaded) });
  }
  // The first times compile the code. Contenders take turns, so that a busy moment meets both.
  for (let run = -2; run < runs; run += 1) {
    for (const { name, core } of cores) {
      const time = (/** @type {string} */ what, /** @type {() => any} */ act) => {
        const began = performance.now();
        const result = act();
        if (run >= 0) records.add(`${what}, ${of}`, name, performance.now() - began);
        return result;
      };
      const project = createProject(core, coders, each, seed);
      const compared = time('who made what', () => core.comparedWork(project));
      time('who made what, asked again', () => core.comparedWork({ ...project }));
      const groups = time('passages found', () => core.findGroups(project, compared));
      const ids = project.documents.map((/** @type {any} */ { id }) => id);
      core.withVerdicts(project, groups, ids);
      const judged = { ...project, verdicts: new Map([['d', [verdictOn(groups[0])]]]) };
      time('a verdict told to all passages', () => core.withVerdicts(judged, groups, ids));
      for (const group of groups) core.leaderOf(group);
      time('a step through the list', () => groups.map(core.leaderOf));
    }
  }
}

/**
 * Most of the coders have most of the passages; ends, codes and values differ now and then.
 * @param {any} core
 * @param {number} coders
 * @param {number} each
 * @param {number} seed
 */
function createProject(core, coders, each, seed) {
  let state = seed + 1;
  const below = (/** @type {number} */ n) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % n;
  };
  const at = new Date(0).toISOString();
  const people = Array.from({ length: coders }, (_, n) => ({ id: `c${n}`, name: `Coder ${n}` }));
  const annotations = people.flatMap(({ id: coderId }) =>
    Array.from({ length: each }, (_, n) => {
      const start = n * APART + below(3) * 2;
      const end = start + 24 + below(4) * 6;
      return {
        id: `${coderId}-${n}`,
        documentId: 'd',
        coderId,
        codeId: below(10) === 0 ? 'actor' : 'stance',
        pieces: [{ start, end, exact: 'x'.repeat(end - start), prefix: '', suffix: '' }],
        parts: [],
        attributes: { polarity: ['for', 'against', 'mixed'][below(3)] },
        memo: '',
        createdAt: at,
        modifiedAt: at,
        codebookRevision: 1,
      };
    }),
  );
  annotations.sort(
    (a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const length = each * APART + 100;
  return {
    ...core.NOTHING_CODED,
    id: 'p',
    title: 'Many coders',
    codebook: core.createSchemeCodebook(at),
    coders: people,
    documents: [
      {
        id: 'd',
        title: { value: 'One', inferred: false },
        fileName: 'one.txt',
        sha256: '',
        length: { utf16: length, codePoints: length },
        addedAt: at,
        excluded: [],
      },
    ],
    annotations: new Map([['d', annotations]]),
  };
}

/** @param {any} group */
function verdictOn(group) {
  const members = [...group.members].map(([coderId, { id, modifiedAt }]) => ({
    coderId,
    annotationId: id,
    modifiedAt,
    relationIds: [],
  }));
  const coders = [...group.document.coders.keys()];
  const rest = { sources: [], goldIds: [], words: '', codebookUnclear: false, at: '' };
  return { id: 'v', documentId: 'd', coderId: 'c0', members, coders, outcome: 'none', ...rest };
}

// @ts-check

/** How much several coders made. @typedef {{ coders: number, documents: number, annotations: number }} TeamSize */

/** The size that the overview of agreement is held to. @type {TeamSize} */
export const TEAM = { coders: 10, documents: 1_000, annotations: 200_000 };
/** A hundredth of it. @type {TeamSize} */
export const SMALL_TEAM = { coders: 10, documents: 10, annotations: 2_000 };

const AT = '2000-10-20T09:00:00.000Z';
/** Characters between the beginnings of two passages. */
const STEP = 300;

/**
 * A project in which all coders coded all documents: each passage was found by most of them, with now and then another
 * boundary, another code or another value. Made in memory, for figures need no text.
 * @param {(at: string) => any} createSchemeCodebook
 * @param {TeamSize} size
 * @param {number} seed
 * @returns {any}
 */
export function createTeamProject(createSchemeCodebook, { coders, documents, annotations }, seed) {
  const next = numbers(seed);
  const people = Array.from({ length: coders }, (_, n) => ({ id: `c${n}`, name: `Coder ${n}` }));
  const passages = Math.round(annotations / documents / coders / 0.8);
  const project = {
    id: 'team',
    title: 'Team',
    codebook: createSchemeCodebook(AT),
    actors: [],
    coders: people,
    documents: Array.from({ length: documents }, (_, n) => createDocument(n, passages)),
    annotations: new Map(),
    relations: new Map(),
    marks: new Map(),
    memos: [],
    verdicts: new Map(),
    team: [],
  };
  for (const { id } of project.documents) {
    const all = [];
    for (let n = 0; n < passages; n += 1) {
      for (const coder of people) {
        if (next(10) < 2) continue;
        const start = n * STEP + (next(5) === 0 ? next(12) : 0);
        const end = start + 60 + (next(5) === 0 ? next(30) : 0);
        all.push(createAnnotation(`${id}-${coder.id}-${n}`, id, coder.id, start, end, n, next));
      }
    }
    project.annotations.set(id, all.sort(inTextOrder));
    const marks = people.map((coder) => ({ coderId: coder.id, decision: 'finished', at: AT }));
    project.marks.set(id, marks);
  }
  return project;
}

/**
 * @param {number} n
 * @param {number} passages
 */
function createDocument(n, passages) {
  return {
    id: `d${n}`,
    fileName: `d${n}.txt`,
    title: { value: `Document ${n}`, origin: 'given' },
    sha256: '0'.repeat(64),
    length: { utf16: passages * STEP + STEP, codePoints: passages * STEP + STEP },
    excluded: [],
    addedAt: AT,
  };
}

/**
 * @param {string} id
 * @param {string} documentId
 * @param {string} coderId
 * @param {number} start
 * @param {number} end
 * @param {number} n
 * @param {(below: number) => number} next
 */
function createAnnotation(id, documentId, coderId, start, end, n, next) {
  const codes = ['stance', 'precondition', 'actor'];
  const code = codes[next(8) === 0 ? next(3) : n % 3];
  const position = String(next(6) === 0 ? next(3) : n % 3);
  return {
    id,
    documentId,
    coderId,
    codeId: code,
    pieces: [{ start, end, exact: `passage ${n}`, prefix: '', suffix: '' }],
    parts: [],
    attributes: code === 'stance' ? { position } : {},
    memo: '',
    createdAt: AT,
    modifiedAt: AT,
    codebookRevision: 1,
  };
}

/**
 * @param {any} a
 * @param {any} b
 */
function inTextOrder(a, b) {
  const [one, other] = [a.pieces[0], b.pieces[0]];
  return one.start - other.start || other.end - one.end || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/**
 * Park and Miller's: the same numbers on every machine.
 * @param {number} seed
 * @returns {(below: number) => number}
 */
export function numbers(seed) {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

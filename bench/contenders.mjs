// @ts-check
import { cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build as bundle } from 'vite';
import { build } from '../scripts/build.mjs';
import { run } from '../scripts/child.mjs';
import { Failure } from '../scripts/failure.mjs';
import { npmCommand } from '../scripts/npm.mjs';
import { root } from '../scripts/places.mjs';

/**
 * Something to measure, in a folder of its own outside the repository: nobody's next build changes it meanwhile.
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} app the folder to give to Electron
 * @property {string | undefined} storage its storage as modules for plain Node; the floor has none
 */

/** What a version is not made of. */
const MADE = ['node_modules', 'out', 'dist', '.git', '.cache', 'test-results', 'playwright-report'];

/**
 * @param {string} work an empty folder
 * @param {string | undefined} against git ref or folder
 * @returns {Promise<readonly Contender[]>}
 */
export async function prepareContenders(work, against) {
  await build();
  const contenders = [await settle(work, 'this build', root)];
  if (against !== undefined) {
    const source = join(work, 'other-source');
    await fetchOther(against, source);
    contenders.push(await settle(work, 'other build', source));
  }
  return [...contenders, await settleFloor(work)];
}

/**
 * @param {string} work
 * @param {string} name
 * @param {string} source a built version
 * @returns {Promise<Contender>}
 */
async function settle(work, name, source) {
  const folder = join(work, name.replace(' ', '-'));
  const app = join(folder, 'app');
  await mkdir(app, { recursive: true });
  for (const part of ['package.json', 'documents', 'out/main', 'out/preload', 'out/renderer'])
    await cp(join(source, part), join(app, part), { recursive: true });
  const storage = join(folder, 'storage');
  await bundleStorage(source, storage);
  return { name, app, storage };
}

/**
 * @param {string} source
 * @param {string} outDir
 */
async function bundleStorage(source, outDir) {
  await bundle({
    configFile: false,
    root: source,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        input: await modules(source),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}

/**
 * What is measured without a window, as far as this version has it.
 * @param {string} source
 * @returns {Promise<Record<string, string>>}
 */
async function modules(source) {
  const paths = {
    create: 'src/storage/create-project.ts',
    session: ['src/storage/open-session.ts', 'src/storage/project-session.ts'],
    texts: 'src/storage/prepare-texts.ts',
    quote: 'src/core/text/quote.ts',
    rank: 'src/core/search/rank.ts',
    scheme: 'src/core/codebook/scheme.ts',
    project: 'src/core/project/project.ts',
    'compared-work': 'src/core/comparison/compared-work.ts',
    'agreement-report': 'src/core/comparison/agreement-report.ts',
    'rating-report': 'src/core/agreement/rating-report.ts',
    'rating-table': 'src/core/agreement/rating-table.ts',
    align: 'src/core/comparison/align.ts',
    differences: 'src/core/comparison/differences.ts',
    adjudication: 'src/core/adjudication/adjudication.ts',
    'content-hash': 'src/core/project/content-hash.ts',
    'journal-line': 'src/storage/journal/journal-line.ts',
    checkpoint: 'src/storage/journal/checkpoint.ts',
    'journal-head': 'src/storage/journal/journal-head.ts',
    formats: 'src/storage/project-formats.ts',
    'file-format': 'src/storage/file-format.ts',
    'make-pack': 'src/storage/packs/make-pack.ts',
    'open-pack': 'src/storage/packs/open-pack.ts',
    'try-merge': 'src/storage/packs/try-merge.ts',
    'before-merge': 'src/storage/packs/before-merge.ts',
    'take-back-merge': 'src/storage/packs/take-back-merge.ts',
    'find-standing': 'src/storage/packs/find-standing.ts',
  };
  /** @type {Record<string, string>} */
  const there = {};
  for (const [name, candidates] of Object.entries(paths)) {
    for (const path of [candidates].flat()) {
      const file = join(source, path);
      const isThere = (await stat(file).catch(() => undefined))?.isFile() === true;
      if (isThere) there[name] ??= file;
    }
  }
  return there;
}

/**
 * Puts the sources of another version into `folder` and builds them there.
 * @param {string} against
 * @param {string} folder
 */
async function fetchOther(against, folder) {
  await mkdir(folder);
  const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), against);
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() === true;
  if (isFolder) await copySources(path, folder);
  else await unpackCommit(against, folder);
  await linkPackages(folder);
  console.log(`Building ${against} ...`);
  const { code, output } = await run(process.execPath, ['scripts/build.mjs'], {
    cwd: folder,
    capture: true,
  });
  if (code !== 0)
    throw new Failure(
      `${against} could not be built:\n${output.split('\n').slice(-20).join('\n')}`,
    );
}

/**
 * @param {string} from
 * @param {string} to
 */
async function copySources(from, to) {
  const names = (await readdir(from)).filter((name) => !MADE.includes(name));
  if (!names.includes('src'))
    throw new Failure(`${from} holds no version of Postil: src is missing.`);
  for (const name of names) await cp(join(from, name), join(to, name), { recursive: true });
}

/**
 * Through an archive: a worktree would leave its mark in the repository.
 * @param {string} ref
 * @param {string} folder
 */
async function unpackCommit(ref, folder) {
  const archive = `${folder}.tar`;
  const steps = [
    ['git', 'archive', '--format=tar', `--output=${archive}`, ref],
    ['tar', '-xf', archive, '-C', folder],
  ];
  for (const [command = '', ...args] of steps) {
    const { code, output } = await run(command, args, { cwd: root, capture: true });
    if (code !== 0)
      throw new Failure(`--against ${ref}: neither a folder nor a commit (${output.trim()}).`);
  }
}

/**
 * The packages of this version where the other asks for the same, else its own.
 * @param {string} folder
 */
async function linkPackages(folder) {
  const [ours, theirs] = await Promise.all(
    [root, folder].map((one) => readFile(join(one, 'package-lock.json'), 'utf8')),
  );
  if (ours === theirs) {
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    return;
  }
  const { command, args } = npmCommand(['ci', '--include=dev', '--ignore-scripts']);
  const { code, output } = await run(command, args, { cwd: folder, capture: true });
  if (code !== 0) throw new Failure(`The other version's packages cannot be installed:\n${output}`);
}

/**
 * @param {string} work
 * @returns {Promise<Contender>}
 */
async function settleFloor(work) {
  const app = join(work, 'floor');
  await mkdir(app);
  await cp(join(import.meta.dirname, 'floor-main.mjs'), join(app, 'main.mjs'));
  await cp(join(import.meta.dirname, 'floor.html'), join(app, 'floor.html'));
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name: 'floor', type: 'module', main: 'main.mjs' }),
  );
  return { name: 'floor', app, storage: undefined };
}

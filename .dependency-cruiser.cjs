/*
 * The arrows of the house (design: "Rooms and arrows"), with no list of exceptions. Every rule says what a room may
 * use; what it does not name is forbidden, Node's own modules and what cannot be resolved included. Imports of types
 * count.
 */

/** Packages as dependency-cruiser sees them, wherever they are installed. */
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})(/|$)`;
const room = (...names) => `^src/(${names.join('|')})/`;

/** Node's own modules, which are told by their type. All else is told by its path. */
const NODE = 'core';

/** A room and everything it may use. */
const only = (name, comment, from, ...allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: {
    pathNot: allowed.filter((path) => path !== NODE),
    ...(allowed.includes(NODE) && { dependencyTypesNot: [NODE] }),
  },
});

const ASSETS = '[.](css|woff2|svg|png)$';

/** Inside core, lowest first. A folder that is not named here stands above all of them. */
const LADDER = [
  'messages',
  'ids.ts',
  'result.ts',
  'text',
  'document',
  'annotation',
  'register',
  'memo',
  'verdict',
  'team',
  'codebook',
  'project',
];

const step = (name) =>
  name.endsWith('.ts') ? `^src/core/${name.replace('.', '[.]')}$` : `^src/core/${name}/`;

const ladder = LADDER.map((name, index) => ({
  name: `core-${name.replace('.ts', '')}-looks-down`,
  comment: `In core, ${name} uses only what is below it: ${LADDER.slice(0, index).join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: step(name) },
  to: { path: '^src/core/', pathNot: LADDER.slice(0, index + 1).map(step) },
}));

const NOT_A_FEATURE = '(?!(?:state|ui|shell)/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'core-is-pure',
      'Core imports itself, zod and small pure libraries.',
      room('core'),
      room('core'),
      packages('zod', '@noble/hashes', 're2js'),
    ),
    only(
      'storage-looks-to-core',
      'Storage is core, Node, lowdb, chardet and yauzl.',
      room('storage'),
      room('storage', 'core'),
      NODE,
      packages('lowdb', 'chardet', 'yauzl', '@types/yauzl', 'zod'),
    ),
    only(
      'ipc-is-a-contract',
      'The contract between processes is core and zod.',
      room('ipc'),
      room('ipc', 'core'),
      packages('zod'),
    ),
    only(
      'main-wires',
      'Main is core, storage, ipc, Electron and Node.',
      room('main'),
      room('main', 'core', 'storage', 'ipc'),
      NODE,
      packages('electron'),
    ),
    only(
      'preload-is-a-door',
      'The preload is ipc and Electron.',
      room('preload'),
      room('preload', 'ipc'),
      packages('electron'),
    ),
    only(
      'renderer-is-a-page',
      'The window is core and ipc, and libraries of the page.',
      room('renderer'),
      room('renderer', 'core', 'ipc'),
      ASSETS,
      packages(
        'react',
        'react-dom',
        '@types/react',
        '@types/react-dom',
        'react-aria-components',
        'zustand',
        'lucide-react',
        'react-markdown',
        '@tanstack/react-virtual',
        '@fontsource-variable/[a-z-]+',
        'prosemirror-[a-z]+',
      ),
    ),
    only(
      'cli-looks-to-storage',
      'The terminal is core, storage, commander and Node.',
      room('cli'),
      room('cli', 'core', 'storage'),
      NODE,
      packages('commander'),
    ),
    {
      name: 'every-file-has-a-room',
      comment: 'Every file under src is in one of the seven rooms, so that no arrow is forgotten.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: room('core', 'storage', 'ipc', 'main', 'preload', 'renderer', 'cli'),
      },
      to: {},
    },

    ...ladder,

    {
      name: 'only-reader-knows-prosemirror',
      comment: 'A ProseMirror position exists only inside renderer/reader.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/renderer/reader/' },
      to: { path: packages('prosemirror-[a-z]+') },
    },
    {
      name: 'only-storage-knows-lowdb',
      comment: 'lowdb is used through our own adapter in storage.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/storage/' },
      to: { path: packages('lowdb') },
    },
    {
      name: 'features-do-not-import-each-other',
      comment:
        'A feature of the window uses state and ui, never another feature; the shell puts them together.',
      severity: 'error',
      from: { path: `^src/renderer/${NOT_A_FEATURE}([^/]+)/` },
      to: { path: '^src/renderer/', pathNot: ['^src/renderer/(state|ui)/', '^src/renderer/$1/'] },
    },
    {
      name: 'state-knows-no-feature',
      comment: 'The state of the window knows no feature and no component.',
      severity: 'error',
      from: { path: '^src/renderer/state/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/state/' },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'Buttons and tokens know neither state nor features.',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/ui/' },
    },

    {
      name: 'nothing-imports-tests',
      comment: 'What ships does not need its tests, its bench or its scripts.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|bench|scripts|bin)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing uses and that uses nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: '[.]d[.]ts$' },
      to: {},
    },
    {
      name: 'no-drawers',
      comment: 'A folder is named after an idea, not after a drawer.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*/(utils?|libs?|helpers?|common|shared|misc)/' },
    },
    {
      name: 'kebab-case',
      comment: 'Files and folders are written in kebab-case.',
      severity: 'error',
      from: {},
      to: { path: '^src/.*[A-Z_]' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};

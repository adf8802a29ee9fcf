// @ts-check
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/*
 * The habits of the house that a machine can check. Which room may use which is dependency-cruiser's (see
 * .dependency-cruiser.cjs); what a room can name at all (DOM, Node) is TypeScript's. A later block replaces a rule's
 * options, so each room's list of bans is put together here from its parts.
 */

/** @typedef {{ selector: string, message: string }} SyntaxBan */
/** @typedef {{ name: string, importNames?: string[], message: string }} ImportBan */

/** Names of places in a text; `isEnd` and `atEnd` are yes or no. */
const OFFSET_NAME = '/^(?!is|at|has|was)(.*S|s)tart$|^(?!is|at|has|was)(.*E|e)nd$|(^o|O)ffset$/';

/** @type {SyntaxBan[]} */
const HOUSE_SYNTAX = [
  {
    selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
    message: 'Export by name: a default export has another name in every file that imports it.',
  },
  {
    selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]',
    message: 'No barrels: import from the file that has it.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  {
    selector:
      ':matches(UnaryExpression[operator="!"] > .argument, IfStatement > .test, ConditionalExpression > .test, LogicalExpression[operator=/^([|]{2}|&&)$/] > .left)' +
      `:matches(Identifier[name=${OFFSET_NAME}], MemberExpression[property.name=${OFFSET_NAME}])`,
    message: 'Offset 0 is a position: compare with undefined.',
  },
];

/** @type {SyntaxBan[]} */
const MARKUP_FROM_TEXT = [
  {
    selector:
      ':matches(MemberExpression > .property, Property > .key)[name=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|dangerouslySetInnerHTML)$/]',
    message: 'Text never becomes markup: build nodes, or set textContent.',
  },
  {
    selector:
      ':matches(MemberExpression > .property, Property > .key)[value=/^(innerHTML|outerHTML|srcdoc|insertAdjacentHTML|dangerouslySetInnerHTML)$/]',
    message: 'Text never becomes markup: build nodes, or set textContent.',
  },
  {
    selector: 'JSXAttribute[name.name=/^(dangerouslySetInnerHTML|srcDoc)$/]',
    message: 'Text never becomes markup.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^writeln?$/]',
    message: 'Text never becomes markup.',
  },
];

/** @type {SyntaxBan[]} */
const RAW_IPC = [
  {
    selector: 'MemberExpression > .property[name=/^ipc(Main|Renderer)$/]',
    message: 'Messages between processes go through the one door of this process.',
  },
];

/** @type {SyntaxBan[]} */
const CLOCK = [
  {
    selector:
      'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'The time is a parameter in core.',
  },
];

/** @type {ImportBan[]} */
const HOUSE_IMPORTS = [
  { name: 'lowdb', message: 'Only storage knows lowdb.' },
  { name: 'lowdb/node', message: 'Our own adapter is used, never JSONFile (see storage).' },
];

/** @type {ImportBan[]} */
const RAW_IPC_IMPORTS = ['ipcMain', 'ipcRenderer'].map((door) => ({
  name: 'electron',
  importNames: [door],
  message: 'Messages between processes go through the one door of this process.',
}));

const FILE_EXTENSIONS = {
  regex: '^\\.{1,2}/.*\\.[cm]?[jt]sx?$',
  message: 'Relative imports name no extension.',
};

/**
 * @param {{ syntax?: SyntaxBan[], imports?: ImportBan[] }} [room]
 * @returns {import('eslint').Linter.RulesRecord}
 */
function bans({ syntax = RAW_IPC, imports = [...HOUSE_IMPORTS, ...RAW_IPC_IMPORTS] } = {}) {
  return {
    'no-restricted-syntax': ['error', ...HOUSE_SYNTAX, ...MARKUP_FROM_TEXT, ...syntax],
    'no-restricted-imports': ['error', { paths: imports, patterns: [FILE_EXTENSIONS] }],
  };
}

const NODE_GLOBALS = Object.fromEntries(
  'process console Buffer URL fetch AbortController AbortSignal TextEncoder TextDecoder structuredClone setTimeout clearTimeout setInterval clearInterval setImmediate performance'
    .split(' ')
    .map((name) => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'test-results/', 'playwright-report/', 'tests/fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers read well in a template; anything else is made a string on purpose.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A cast says what a check before it made sure of; the assertion `!` hides it.
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Empty functions are listeners and promises that nobody waits for.
      '@typescript-eslint/no-empty-function': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-param-reassign': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { ...bans(), 'no-console': 'error' },
  },
  {
    files: ['src/core/**'],
    rules: {
      ...bans({ syntax: [...RAW_IPC, ...CLOCK] }),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The time is a parameter in core.' },
        { object: 'Math', property: 'random', message: 'Random numbers are a parameter in core.' },
      ],
      'no-restricted-globals': [
        'error',
        ...['crypto', 'console', 'performance', 'process', 'globalThis', 'window', 'document'],
      ],
    },
  },
  { files: ['src/storage/**'], rules: bans({ imports: RAW_IPC_IMPORTS }) },
  {
    files: ['src/main/ipc-door.ts', 'src/preload/**'],
    rules: bans({ syntax: [], imports: HOUSE_IMPORTS }),
  },
  { files: ['src/cli/**', 'src/main/log.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // About what React's compiler leaves out; the app is built without it.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', ...HOUSE_SYNTAX],
      'no-restricted-imports': ['error', { patterns: [FILE_EXTENSIONS] }],
      // The dumb oracle of code points.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: NODE_GLOBALS } },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
);

// The arrows of ARCHITECTURE.md. `node scripts/check/arrows.mjs` runs this and also makes sure that every source
// file was looked at: without a parser for TypeScript, dependency-cruiser passes having seen none.

const error = 'error';
const layer = '^src/(main|preload|renderer)/';
/**
 * @param {string} name
 * @param {string} comment
 * @param {string} path of the modules that have no Node at run time
 */
const withoutNode = (name, comment, path) => [
  { name, comment, severity: error, from: { path }, to: { dependencyTypes: ['core'] } },
  // The Node inside Electron has built-ins that the one running this may not know.
  { name, comment, severity: error, from: { path }, to: { path: '^node:' } },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: error, from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      comment:
        'what is not found is not judged either; vite resolves what has a query, and Electron has newer built-ins',
      severity: error,
      from: {},
      to: { couldNotResolve: true, pathNot: ['[?]', '^node:'] },
    },
    {
      name: 'layers-meet-only-in-shared',
      comment: 'main, preload and renderer are three programs; what they have in common is in src/shared',
      severity: error,
      from: { path: layer },
      to: { path: layer, pathNot: '^src/$1/' },
    },
    {
      name: 'shared-imports-nothing-upward',
      severity: error,
      from: { path: '^src/shared/' },
      to: { path: '^(src/(?!shared/)|test/|scripts/|bin/)' },
    },
    ...withoutNode(
      'shared-runs-anywhere',
      'src/shared is loaded into a sandboxed page as well',
      '^src/shared/',
    ),
    {
      name: 'domain-imports-no-platform',
      comment: 'the rules are pure functions of (events, now)',
      severity: error,
      from: { path: '^src/shared/domain/' },
      to: {
        path: '(^|/)(electron|react|react-dom|react-i18next|dexie|dexie-react-hooks|zustand|i18next|@base-ui|lucide-react|happy-dom)(/|$)',
      },
    },
    {
      name: 'domain-stays-within-itself',
      severity: error,
      from: { path: '^src/shared/domain/' },
      to: { path: '^src/shared/(?!domain/)' },
    },
    ...withoutNode('pages-have-no-node', 'both run in a sandbox', '^src/(renderer|preload)/'),
    {
      name: 'electron-only-in-main-and-preload',
      severity: error,
      from: { path: '^src/(renderer|shared)/' },
      to: { path: '(^|/)electron(/|$)' },
    },
    {
      name: 'no-feature-imports-another',
      severity: error,
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'features-do-not-import-app',
      severity: error,
      from: { path: '^src/renderer/features/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/(features|db|bridge|ui)/' },
    },
    {
      name: 'foundations-do-not-look-up',
      comment: 'db, bridge and ui are what features are made of',
      severity: error,
      from: { path: '^src/renderer/(db|bridge|ui)/' },
      to: { path: '^src/renderer/', pathNot: '^src/renderer/(db|bridge|ui)/' },
    },
    {
      name: 'src-imports-no-tests',
      severity: error,
      from: { path: '^src/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};

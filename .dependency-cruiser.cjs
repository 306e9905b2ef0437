/** Who may use whom (ARCHITECTURE.md, "Layers"). Everything that is not allowed here is an error. */

const tests = '\\.(test|bench)\\.tsx?$|^src/golden/'

/** One rule a layer: code in `from` uses nothing but what one of `to` matches. */
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: [...to, '\\.css$'] },
})

/** A library belongs to one place. */
const only = (library, place, comment) => ({
  name: `only-${place.replaceAll('/', '-')}-uses-${library.replaceAll(/\W/g, '')}`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/${place}/`, tests] },
  to: { path: `^node_modules/${library}` },
})

const react = '^node_modules/(react|react-dom|@types/react|@types/react-dom)/'

module.exports = {
  forbidden: [
    layer(
      'kubernetes',
      '^src/core/kubernetes/',
      ['^src/core/kubernetes/'],
      'The manifest model needs nobody.',
    ),
    layer(
      'yaml',
      '^src/core/yaml/',
      ['^src/core/(yaml|kubernetes)/', '^node_modules/js-yaml/'],
      'Text and documents.',
    ),
    layer(
      'diagram',
      '^src/core/diagram/',
      ['^src/core/(diagram|kubernetes)/'],
      'A picture of the documents.',
    ),
    layer(
      'patterns',
      '^src/core/patterns/',
      ['^src/core/(patterns|yaml|kubernetes)/', '^src/golden/'],
      'What to start from.',
    ),
    layer(
      'symbols',
      '^src/core/symbols/',
      ['^src/core/(symbols|kubernetes)/'],
      'What is declared, and what names it.',
    ),
    layer(
      'completion',
      '^src/core/completion/',
      ['^src/core/(completion|symbols|words|yaml|kubernetes)/'],
      'What may come next in a text.',
    ),
    layer(
      'rules',
      '^src/core/rules/',
      ['^src/core/(rules|yaml|kubernetes)/'],
      'What the API server would say.',
    ),
    layer(
      'simulator',
      '^src/core/simulator/',
      ['^src/core/(simulator|rules|words|yaml|kubernetes)/', '^node_modules/just-bash/'],
      'How pods live.',
    ),
    only('just-bash', 'core/simulator/programs', 'A shell is a program like others.'),
    layer('words', '^src/core/words/', ['^src/core/(words|kubernetes)/'], 'What a manifest says, in words.'),
    layer(
      'core',
      '^src/core/',
      ['^src/core/', '^src/golden/', '^node_modules/(js-yaml|just-bash)/'],
      'Plain TypeScript: no view, no store.',
    ),
    layer(
      'store',
      '^src/store/',
      ['^src/(store|core)/', '^node_modules/(zustand|immer)/', react],
      'The one state.',
    ),
    layer(
      'ui',
      '^src/ui/',
      ['^src/ui/', '^node_modules/(@base-ui/react|lucide-react)/', react],
      'A value in, a value out.',
    ),
    ...['inspector', 'canvas', 'yaml', 'docs', 'run'].map((pane) =>
      layer(
        `pane-${pane}`,
        `^src/panes/${pane}/`,
        [`^src/panes/${pane}/`, '^src/(store|ui|core)/', '^node_modules/'],
        'Panes meet in the store and nowhere else.',
      ),
    ),
    layer(
      'app',
      '^src/(app|main)',
      ['^src/(app|panes|store|ui|core)/', '^node_modules/'],
      'Puts the panes together.',
    ),
    {
      name: 'nobody-uses-app',
      comment: 'The app is the outermost layer; only main.tsx starts it.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/app/', '^src/main\\.tsx$'] },
      to: { path: '^src/app/' },
    },
    only('(monaco-editor|@monaco-editor)/', 'panes/yaml', 'Three megabytes that load after the rest.'),
    only('@xyflow/', 'panes/canvas', 'The diagram library.'),
    only('js-yaml/', 'core/yaml', 'The one reader and printer of YAML.'),
    only('zustand/', 'store', 'The one store.'),
    {
      name: 'code-of-tests',
      comment: 'What ships does not use tests, nor what only tests need.',
      severity: 'error',
      from: { path: '^src/', pathNot: tests },
      to: { path: ['\\.(test|bench)\\.tsx?$', '^e2e/', '^scripts/'] },
    },
    {
      name: 'cycle',
      comment: 'Two files that need each other are one file, or lack a third. Types count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'orphan',
      comment: 'Nothing uses it, and it uses nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', tests] },
      to: {},
    },
    {
      name: 'unresolved',
      comment: 'It is not there.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(worker|raw|url)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'browser', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.yaml'],
    },
  },
}

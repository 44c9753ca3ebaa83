import reactHooks from 'eslint-plugin-react-hooks'
import security from 'eslint-plugin-security'
import tseslint from 'typescript-eslint'

/** Folders of pages whose every word is in the catalogues (src/shared/words). A folder is added when it is clean, and stays. */
const WORDED = ['src/renderer/src/*.tsx', 'src/renderer/src/ui/**/*.tsx']

const IN_CATALOGUE = 'Words stand in src/shared/words and are said by key.'
const LETTERS = '/[A-Za-z]/'
const SAID_ATTRIBUTES = '/^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|hint|more)$/'
/** Where a word could stand in what is drawn: by itself, or as one of two. */
const wordsBelow = (parent) => ['', ' > ConditionalExpression', ' > LogicalExpression'].flatMap((between) => [
  `${parent} > JSXExpressionContainer${between} > Literal[value=${LETTERS}]`,
  `${parent} > JSXExpressionContainer${between} > TemplateLiteral > TemplateElement[value.raw=${LETTERS}]`,
])
const LITERAL_WORDS = [
  `JSXText[value=${LETTERS}]`,
  `JSXAttribute[name.name=${SAID_ATTRIBUTES}] > Literal[value=${LETTERS}]`,
  ...wordsBelow(`JSXAttribute[name.name=${SAID_ATTRIBUTES}]`),
  ...wordsBelow(':matches(JSXElement, JSXFragment)'),
]

/** Which import paths a folder may not reach; .dependency-cruiser.mjs holds the domains. Regexes, because a plain group `ws` also matches `../adapters/ws-…`. */
const forbid = (files, ...patterns) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }],
  },
})

const ELECTRON = ['^electron$', 'Electron belongs to adapters, ipc, windows and index.ts.']
const NODE = ['^node:', 'This layer is pure; the world belongs to adapters.']
const SOCKETS = ['^ws$', 'Sockets belong to providers/adapters/ws-transport and practice/.']
const up = (...folders) => [`(^|/)(?<!shared/)(${folders.join('|')})(/|$)`, `This layer must not know ${folders.join(', ')}.`]

export default tseslint.config(
  { ignores: ['out', 'dist', 'node_modules', '.runtime', '.cache'] },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-use-before-define': ['error', { functions: false, variables: true, classes: true, typedefs: false }],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'no-console': 'error',
    },
  },
  {
    // The rules that find something real; docs/security.md says what the noisy ones found and why they are not in force.
    files: ['src/**', 'scripts/**'],
    plugins: { security },
    rules: Object.fromEntries(
      ['bidi-characters', 'buffer-noassert', 'child-process', 'disable-mustache-escape', 'eval-with-expression', 'new-buffer', 'non-literal-require', 'pseudoRandomBytes'].map((name) => [`security/detect-${name}`, 'error']),
    ),
  },
  { files: ['src/**'], plugins: { security }, rules: { 'security/detect-non-literal-regexp': 'error' } },
  {
    // What is due later goes through `Deadline` or the one `Timers` of its side: it can be stopped, and a test can let time pass.
    files: ['src/**'],
    ignores: ['src/main/platform/adapters/system-timers.ts', 'src/main/practice/server/server-timers.ts', 'src/renderer/src/time/page-timers.ts'],
    rules: {
      'no-restricted-globals': ['error', ...['setTimeout', 'setInterval'].map((name) => ({ name, message: 'Use Deadline, Timers or every().' }))],
      'no-restricted-properties': ['error', ...['window', 'globalThis'].flatMap((object) => ['setTimeout', 'setInterval'].map((property) => ({ object, property, message: 'Use Deadline, Timers or every().' })))],
    },
  },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
  forbid(['src/shared/**'], ELECTRON, NODE, SOCKETS, up('main', 'renderer', 'preload')),
  forbid(['src/main/**/core/**'], ELECTRON, NODE, SOCKETS, up('adapters', 'ipc', 'windows', 'practice')),
  {
    ...forbid(['src/main/*/**'], ELECTRON, NODE, SOCKETS, up('adapters', 'windows', 'practice')),
    ignores: ['src/main/**/core/**', 'src/main/**/adapters/**', 'src/main/platform/worker/**', 'src/main/practice/**', 'src/main/ipc/**', 'src/main/windows/**'],
  },
  forbid(['src/main/**/adapters/**', 'src/main/platform/worker/**'], up('windows', 'practice')),
  forbid(['src/main/practice/**'], ELECTRON, ['^(\\.\\./){2}(?!\\.\\./shared/)', 'The practice server is a stranger to the app: it knows nothing but shared.']),
  forbid(['src/main/ipc/**', 'src/main/windows/**'], SOCKETS, up('adapters', 'practice')),
  forbid(['src/preload/**'], NODE, SOCKETS, up('main', 'renderer')),
  forbid(['src/renderer/src/store/**', 'src/renderer/src/words/**', 'src/renderer/src/images/**', 'src/renderer/src/time/**'], ELECTRON, NODE, SOCKETS, up('ui', 'state', 'audio', 'main')),
  forbid(['src/renderer/src/audio/**'], ELECTRON, NODE, SOCKETS, up('ui', 'state', 'main')),
  forbid(['src/renderer/src/ui/**'], ELECTRON, NODE, SOCKETS, up('audio', 'main')),
  forbid(['src/renderer/src/state/**'], ELECTRON, NODE, SOCKETS, up('ui', 'audio', 'main')),
  { files: WORDED, rules: { 'no-restricted-syntax': ['error', ...LITERAL_WORDS.map((selector) => ({ selector, message: IN_CATALOGUE }))] } },
  { files: ['src/renderer/**/*.tsx'], ...reactHooks.configs.flat.recommended },
  {
    // One contract for the process boundary: raw Electron IPC only where it is wrapped.
    files: ['src/main/**'],
    ignores: ['src/main/ipc/handle.ts', 'src/main/ipc/push.ts', 'src/main/platform/adapters/audio-port.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "Identifier[name='ipcMain']", message: 'Use ipc/handle.ts.' },
        { selector: "MemberExpression[property.name='send'][object.property.name='webContents']", message: 'Use ipc/push.ts.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: "JSXAttribute[name.name=/^on[A-Z]/] > JSXExpressionContainer > MemberExpression[object.name=/^(assistant|preferences|records|indicator)$/]",
          message: 'A handler passes its event on, and an event cannot cross the bridge: wrap it.',
        },
      ],
    },
  },
)

import { expect, test } from 'vitest'
import { cautions, isLoader } from '../../../../../src/main/mcp/core/setup/cautions'
import { consentPages } from '../../../../../src/main/mcp/core/setup/consent-question'

const of = (command: string, args: readonly string[] = [], values = {}) => cautions({ kind: 'stdio', command, args, cwd: null, values })

test.each([
  ['/usr/bin/sudo', ['server'], ['“sudo” runs it with administrator rights.']],
  ['env', ['doas', 'server'], ['“doas” runs it with administrator rights.']],
  ['sh', ['-c', 'npx server; rm -rf ~'], ['“rm” deletes files.', '“sh” is a shell: it runs anything in its arguments.']],
  ['C:\\Windows\\System32\\cmd.exe', ['/c', 'del x'], ['“del” deletes files.', '“cmd” is a shell: it runs anything in its arguments.']],
  ['node', ['-e', '1'], ['“node” runs program code from its arguments.']],
  ['node', ['server.js'], []],
  ['docker', ['run', '-v', '/:/host', 'image'], ['The container can control the whole computer.']],
  ['docker', ['run', '-i', '--rm', 'mcp/time'], []],
  ['/opt/server', ['--port', '1'], []],
])('%s %j', (command, args, expected) => {
  expect(of(command, args)).toEqual(expected)
})

const PINNED = ['npx -y pkg@1.2.3', 'npx --package @a/b@1.2.3 b', 'uvx pkg==1.2.3', 'pipx run pkg==1.2.3', 'pnpm dlx pkg@1.2.3-rc.1', 'npm exec -- pkg@1.2.3', 'npx ./mine', 'npm run server']
const UNPINNED = ['npx -y pkg', 'npx @a/b', 'npx pkg@latest', 'npx pkg@1', 'uvx pkg', 'bunx pkg@next', 'pnpm dlx pkg', 'npx.cmd pkg', 'uvx --from pkg tool']

test('a package without a version is told, whoever fetches it', () => {
  const told = (line: string) => { const [command = '', ...args] = line.split(' '); return of(command, args).some((words) => words.includes('downloads the newest version')) }
  expect({ pinned: PINNED.filter(told), unpinned: UNPINNED.filter((line) => !told(line)) }).toEqual({ pinned: [], unpinned: [] })
})

const pages = (args: readonly string[], env: readonly string[] = [], values = {}) => consentPages({ server: { label: 'Files', reach: { kind: 'stdio', command: '/opt/files', args: [...args], cwd: null, env: [...env] } }, values, isChange: false })

test('the dialog says all there is to it; what is not seen is written out, and what decides what runs is shown', () => {
  expect(pages(['a b', '\u202egnp.x\n2', ''], ['NODE_OPTIONS', 'TOKEN'], { NODE_OPTIONS: '--require /tmp/x', TOKEN: 'secret-value' })).toEqual([{
    title: 'Start “Files” on this computer?',
    text: [
      '⚠ The variable “NODE_OPTIONS” can make it run other programs than it says.', '',
      'Command: /opt/files', 'Argument 1: a b', 'Argument 2: ⟨U+202E⟩gnp.x⟨U+000A⟩2', 'Argument 3: (empty)', 'Folder: your home folder',
      'Variable NODE_OPTIONS = --require /tmp/x', 'Variable TOKEN: what you entered, kept in the keychain', '',
      'It runs with your rights: it can read your files and use the network. Continue only if you know who made it.',
    ].join('\n'),
    yes: 'Start',
  }])
})

test('a command is one line of the dialog, whatever stands in it', () => {
  const [page] = consentPages({ server: { label: 'Files', reach: { kind: 'stdio', command: 'sh\nNo arguments\n', args: ['-c', 'x'], cwd: null, env: [] } }, values: {}, isChange: false })
  expect(page?.text.split('\n').filter((line) => /^(?:Command|No arguments|Argument|Folder)/.test(line))).toEqual(['Command: sh⟨U+000A⟩No arguments⟨U+000A⟩', 'Argument 1: -c', 'Argument 2: x', 'Folder: your home folder'])
})

test('what is long goes on in the next dialog: nothing is cut off, and only the last one starts it', () => {
  const long = Array.from({ length: 40 }, (_none, at) => `--rule-${String(at)}=${'x'.repeat(150)}`)
  const asked = pages(long)
  const text = asked.map((page) => page.text).join('\n').replace(/\n {4}/g, '')
  expect({
    whole: long.filter((arg) => !text.includes(arg)), lines: Math.max(...asked.map((page) => page.text.split('\n').length)), yes: [...new Set(asked.map(({ yes }) => yes))], last: asked.at(-1)?.yes, title: asked[1]?.title,
  }).toEqual({ whole: [], lines: 16, yes: ['Show the rest', 'Start'], last: 'Start', title: `Start “Files” on this computer? (2 of ${String(asked.length)})` })
})

test('of an address the host stands first, and letters that look like others are written out', () => {
  const [page] = consentPages({ server: { label: 'Bank', reach: { kind: 'http', url: 'https://b\u0430nk.example/mcp', headers: ['Authorization'] } }, values: { Authorization: 'Bearer secret' }, isChange: true })
  expect([page?.title, ...(page?.text.split('\n').slice(0, 3) ?? []), page?.yes]).toEqual([
    'Connect to “Bank”? It is not what you allowed before.', 'Server: xn--bnk-6cd.example', 'Address: https://xn--bnk-6cd.example/mcp', 'Header Authorization: what you entered, kept in the keychain', 'Connect',
  ])
})

const LOADS = [
  'Path', 'node_options', 'Npm_Config_Registry', 'LD_DEBUG', 'GIT_CONFIG_COUNT', 'GIT_EXEC_PATH', 'PYTHONWARNINGS', 'PYTHONUSERBASE', 'PERL5DB', 'PIP_INDEX_URL', 'UV_INDEX', 'UV_PYTHON', 'BUN_OPTIONS', 'DENO_DIR',
  'DOTNET_STARTUP_HOOKS', 'CORECLR_PROFILER_PATH', 'JDK_JAVA_OPTIONS', 'CLASSPATH', 'LUA_INIT', 'PHPRC', 'PHP_INI_SCAN_DIR', 'OPENSSL_CONF', 'GCONV_PATH', 'HOME', 'USERPROFILE', 'XDG_CONFIG_HOME', 'APPDATA', 'SystemRoot',
  'NODE_EXTRA_CA_CERTS', 'NODE_TLS_REJECT_UNAUTHORIZED', 'SSL_CERT_FILE', 'DOCKER_HOST', 'DOCKER_CONFIG', 'ELECTRON_RUN_AS_NODE', 'BASH_FUNC_ls%%', 'EDITOR', 'PAGER', 'COREPACK_NPM_REGISTRY', 'YARN_RC_FILENAME', 'GEM_HOME', 'RUSTC_WRAPPER',
]
const KEPT = ['TOKEN', 'GITHUB_PERSONAL_ACCESS_TOKEN', 'API_KEY', 'OPENAI_API_KEY', 'GITLAB_TOKEN', 'DATABASE_URL', 'NODE_AUTH_TOKEN', 'HOMEASSISTANT_TOKEN', 'UVICORN_KEY', 'GIT_TOKEN', 'UV_PUBLISH_TOKEN', 'DOCKER_PASSWORD', 'PROXY_URL', 'LANG']

test('what decides what runs is shown, in whatever letters a machine takes it', () => {
  expect({ hidden: LOADS.filter((name) => !isLoader(name)), shown: KEPT.filter(isLoader) }).toEqual({ hidden: [], shown: [] })
})

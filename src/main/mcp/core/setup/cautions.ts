import type { TemplateReach, Values } from './server-template'
import { say } from '../../../../shared/words/say'

type Stdio = Extract<TemplateReach, { kind: 'stdio' }>

const ADMIN = new Set(['sudo', 'su', 'doas', 'pkexec', 'runas', 'gsudo'])
const DELETES = new Set(['rm', 'rmdir', 'del', 'erase', 'rd', 'shred', 'dd', 'mkfs', 'format', 'unlink'])
const SHELLS = new Set(['sh', 'bash', 'zsh', 'fish', 'dash', 'ksh', 'csh', 'tcsh', 'cmd', 'powershell', 'pwsh', 'osascript', 'wscript', 'cscript'])
const INTERPRETERS = new Set(['node', 'deno', 'bun', 'python', 'python3', 'py', 'perl', 'ruby', 'php', 'lua', 'tsx', 'ts-node'])
const FETCHES = new Set(['curl', 'wget', 'nc', 'ncat', 'ssh', 'scp'])
/** Programs that fetch a package and run it, and the word before its name. */
const RUNNERS: Readonly<Record<string, readonly string[]>> = { npx: [], bunx: [], uvx: [], pnpx: [], pipx: ['run'], pnpm: ['dlx'], yarn: ['dlx'], npm: ['exec', 'x'], bun: ['x'], uv: ['tool', 'run'] }
/**
 * A program that has these runs other code than its own: what loads code, where a runtime, a fetcher of packages or a shell finds it or
 * its settings, and whose word it takes for a package. In any case of letters: Windows and npm know no other.
 */
const LOADERS: readonly RegExp[] = [
  /^(?:LD|DYLD)_\w+$|^(?:GCONV_PATH|GLIBC_TUNABLES)$|^OPENSSL_(?:CONF|ENGINES|MODULES)$|^SSL_CERT_\w+$/i,
  /^NODE_(?:OPTIONS|PATH|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)$|^ELECTRON_RUN_AS_NODE$|^NPM_CONFIG_.+$|^(?:COREPACK|YARN|PNPM|BUN|DENO)_\w+$/i,
  /^PYTHON\w+$|^(?:PIP|PIPX|UV|CONDA)_\w+$|^VIRTUAL_ENV$|^PERL\w+$|^RUBY(?:OPT|LIB)$|^(?:GEM|BUNDLE)_\w+$|^(?:PHPRC|PHP_INI_SCAN_DIR)$|^LUA_(?:INIT|PATH|CPATH)\w*$/i,
  /^(?:_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS|JAVA_HOME|CLASSPATH)$|^(?:DOTNET|CORECLR|COR|CARGO)_\w+$|^GO(?:FLAGS|PROXY|NOSUMDB|INSECURE|PRIVATE|ROOT|PATH)$|^RUST(?:C|UP)\w*$/i,
  /^(?:BASH_ENV|ENV|IFS|PROMPT_COMMAND|SHELLOPTS|ZDOTDIR|PATH|PATHEXT|COMSPEC|SHELL|EDITOR|VISUAL|PAGER|BROWSER|LESSOPEN|PSMODULEPATH)$|^BASH_FUNC_.+$/i,
  /^(?:HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|SYSTEMROOT|WINDIR|TMPDIR|TEMP|TMP|KUBECONFIG|CONTAINER_HOST|SSH_ASKPASS)$|^(?:XDG|DOCKER)_\w+$/i,
  /^GIT_(?:SSH|CONFIG|EXEC_PATH|ASKPASS|EDITOR|SEQUENCE_EDITOR|PAGER|PROXY_COMMAND|TEMPLATE_DIR|EXTERNAL_DIFF|SSL)\w*$/i,
]
/** Of those families, what is only a secret. */
const SECRETS = /TOKEN|PASSWORD|SECRET|_KEY$/i

/** Its value decides what runs, so it is shown where others are kept secret. */
export const isLoader = (name: string): boolean => !SECRETS.test(name) && LOADERS.some((each) => each.test(name))

const loaderCautions = (values: Values): readonly string[] => Object.keys(values).filter(isLoader).map((name) => say('setup.caution-loader', { name }))

/** What of a command a person should know before it starts, as sentences. */
export function cautions({ command, args, values }: Stdio): readonly string[] {
  const words = [command, ...args].flatMap((text) => text.split(/[\s;|&()`"'<>]+/)).map(programOf)
  const has = (names: ReadonlySet<string>) => words.filter((word, at) => names.has(word) && words.indexOf(word) === at)
  const named = (names: ReadonlySet<string>, what: 'admin' | 'deletes' | 'shell' | 'network') => has(names).map((name) => say(`setup.caution-${what}`, { name }))
  return [
    ...named(ADMIN, 'admin'),
    ...named(DELETES, 'deletes'),
    ...named(SHELLS, 'shell'),
    ...(INTERPRETERS.has(programOf(command)) && args.some((arg) => /^(?:-e|-c|-p|--eval|--print|-r|eval)$/.test(arg)) ? [say('setup.caution-code', { name: programOf(command) })] : []),
    ...named(FETCHES, 'network'),
    ...packageCaution(command, args),
    ...containerCautions(command, args),
    ...loaderCautions(values),
  ]
}

function programOf(word: string): string {
  const name = word.split(/[\\/]/).at(-1) ?? ''
  return name.toLowerCase().replace(/\.(?:exe|cmd|bat|com|ps1)$/, '')
}

/** A whole version, a file or a commit; not a tag such as `latest`. */
const isPinned = (name: string): boolean => /.(?:@|==)v?\d+\.\d+\.\d+[\w.+-]*$/.test(name) || /^[./~]|^[A-Za-z]:[\\/]/.test(name) || /#[0-9a-f]{40}$/.test(name)

function packageCaution(command: string, args: readonly string[]): readonly string[] {
  const runner = programOf(command)
  const behind = Object.hasOwn(RUNNERS, runner) ? RUNNERS[runner] : undefined
  if (behind === undefined || (behind.length > 0 && !behind.includes(args[0] ?? ''))) return []
  const flagged = args.findIndex((arg) => arg === '-p' || arg === '--package' || arg === '--from')
  const rest = args.slice(behind.length > 0 ? 1 : 0).filter((arg) => !behind.includes(arg))
  const name = flagged === -1 ? rest.find((arg) => !arg.startsWith('-')) : args[flagged + 1]
  if (name === undefined || isPinned(name)) return []
  return [say('setup.caution-newest', { runner, name })]
}

function containerCautions(command: string, args: readonly string[]): readonly string[] {
  if (!['docker', 'podman'].includes(programOf(command))) return []
  const isWide = args.some((arg, at) => /^--privileged|docker\.sock|^--(?:net|network|pid|ipc)=host$/.test(arg) || (/^(?:-v|--volume|--mount)$/.test(arg) && /^(?:\/:|[^:]*docker\.sock)/.test(args[at + 1] ?? '')))
  return isWide ? [say('setup.caution-container')] : []
}

// Imported before anything that starts a program: every child inherits the environment, so a key must have left it by then.

/** The developer's key of this run, or null. From here on it is in this module and nowhere in the environment. */
export const apiKey = take()

function take() {
  const secret = process.env['OPENAI_API_KEY']?.trim() ?? ''
  delete process.env['OPENAI_API_KEY']
  return secret === '' ? null : secret
}

/** What the tools need to find programs, files, the network, a terminal and a desktop; by whole name, case as on Windows ignored. */
const NAMES = new Set([
  'PATH', 'PATHEXT', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'PWD', 'LANG', 'LANGUAGE', 'TZ', 'TERM', 'COLORTERM', 'COLUMNS', 'CI', 'NO_COLOR', 'FORCE_COLOR',
  'TMPDIR', 'TMP', 'TEMP', 'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY', 'SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA',
  'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'PULSE_SERVER', 'USERPROFILE', 'APPDATA',
  'LOCALAPPDATA', 'PROGRAMDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE',
])
/** npm's own settings (a registry may want a token for its packages), and ours. */
const PREFIXES = ['LC_', 'XDG_', 'NPM_', 'ELECTRON_', 'PARLEY_']

/**
 * The environment for a program that only installs or builds: nothing of a developer's other keys and tokens.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(env = process.env) {
  const isWanted = (/** @type {string} */ name) => NAMES.has(name.toUpperCase()) || PREFIXES.some((prefix) => name.toUpperCase().startsWith(prefix))
  return Object.fromEntries(Object.entries(env).filter(([name]) => isWanted(name)))
}

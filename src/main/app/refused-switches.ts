import type { StartFault } from '../../shared/errors/start-fault'

/** What the command line of a packaged app says, and where. */
export interface PackagedStart {
  /** `--name` and `--name=value`, as Chromium reads them; on Windows `/name`, too. */
  readonly args: readonly string[]
  readonly isTestBuild: boolean
  readonly isRoot: boolean
}

/** Each would hand the pages, their sound or main itself to another program. */
const OPENS = /^(?:--?|\/)(remote-debugging-[a-z-]+|remote-allow-origins|inspect([a-z-]*)|debug(-[a-z-]+)?|disable-web-security|js-flags|renderer-cmd-prefix|utility-cmd-prefix|zygote-cmd-prefix|browser-subprocess-path|gpu-launcher|load-extension|ssl-key-log-file|log-net-log|ignore-certificate-errors[a-z-]*|allow-file-access-from-files|use-fake-ui-for-media-stream|unsafely-[a-z-]+)(=|$)/i
/** Chromium has several names for it. */
const NO_SANDBOX = /^(?:--?|\/)(no-sandbox|disable-setuid-sandbox|disable-namespace-sandbox|disable-seccomp-filter-sandbox|no-zygote|no-zygote-sandbox|single-process|in-process-gpu|disable-gpu-sandbox)(=|$)/i

/** Null: it may start. As root Chromium runs only without its sandbox, so tests of the packaging may. */
export function refusedStart({ args, isTestBuild, isRoot }: PackagedStart): StartFault | null {
  const before = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (before.some((each) => OPENS.test(each))) return 'opened'
  const isAllowed = isTestBuild && isRoot
  return !isAllowed && before.some((each) => NO_SANDBOX.test(each)) ? 'no-sandbox' : null
}

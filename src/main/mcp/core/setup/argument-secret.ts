import { redact } from '../../../../shared/errors/redact'

const FLAG = /(?:^|[-_./ "'])(?:api[-_]?key|access[-_]?key|token|secret|password|passwd|pwd|bearer|authorization|pat)$/i
const ASSIGNED = /^(-{0,2}[\w-]+)[=:]\s*(.+)$/s
/** Filled in by the program itself, from its environment. */
const PLACEHOLDER = /^(?:[A-Za-z]+ )?\$\{?\w+\}?$/

const isNamed = (name: string): boolean => FLAG.test(name.replace(/^-+/, '-'))
const isValue = (text: string | undefined): boolean => text !== undefined && text !== '' && !text.startsWith('-') && !PLACEHOLDER.test(text)

/** Every program of this computer can read what another one was started with. */
export const holdsSecret = (args: readonly string[]): boolean =>
  args.some((arg, at) => {
    if (redact(arg) !== arg) return true
    const [, name, value] = ASSIGNED.exec(arg) ?? []
    if (name !== undefined) return isNamed(name) && isValue(value)
    return arg.startsWith('-') && isNamed(arg) && isValue(args[at + 1])
  })

import { type OwnText, ownText } from '../text/own-text'

const isFrame = (line: string): boolean => /^\s+at /.test(line)

/** What a log may hold of a bug: its kind and where it happened. Not its message, which may repeat words of the talk. */
export function errorTrace(cause: unknown): OwnText {
  if (!(cause instanceof Error)) return ownText('not an error')
  const frames = (cause.stack ?? '').replace(cause.message, '').split('\n').filter(isFrame)
  return ownText([kindOf(cause), ...frames].join('\n'))
}

/** Anybody may have written a name; a code such as ENOENT is the system's. */
function kindOf(cause: Error): string {
  const code = 'code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(cause.code) ? ` ${cause.code}` : ''
  return `${/^\w+$/.test(cause.name) ? cause.name : 'Error'}${code}`
}

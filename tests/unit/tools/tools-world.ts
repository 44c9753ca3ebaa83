import { callsWith, settled } from './calls/calls-world'
import { HandRunSource, plainTool, saidDone } from './support'

export const READ = plainTool({}, 'look')
const CLIP = plainTool({ level: 1, untrusted: 'the clipboard' }, 'clip')
const OWN = plainTool({ level: 2, isOwn: true, effect: 'write' }, 'timer')
const NOTE = plainTool({ level: 2, effect: 'write' }, 'note')
export const OPEN = plainTool({ level: 3, effect: 'write', pattern: ({ host }) => (typeof host === 'string' ? { key: host, text: `open pages of ${host}` } : null) }, 'open')
const WIPE = plainTool({ level: 4, effect: 'write', pattern: () => ({ key: 'x', text: 'wipe' }) }, 'wipe')

/** One tool of each level, which the test ends by hand. */
export function world() {
  const source = new HandRunSource([READ, CLIP, OWN, NOTE, OPEN, WIPE])
  const end = async (at: number, outcome = saidDone()) => {
    source.runs[at]?.end(outcome)
    await settled()
  }
  return { ...callsWith(source), source, ran: () => source.runs.map(({ request }) => request.name), end }
}

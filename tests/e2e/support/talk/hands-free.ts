import type { App } from '../app/app'
import type { Rig } from '../sound/rig'
import { mark, MODE_KEYS } from '../app/talking'
import { until } from '../app/until'
import type { WireLine } from '../app/trace'
import type { TalkMode } from '../../../../src/shared/settings'

/** What `session.update` must say in full, since documentation and wire disagree on the defaults. */
export const SERVER_VAD = {
  type: 'server_vad',
  threshold: 0.5,
  prefix_padding_ms: 300,
  silence_duration_ms: 500,
  idle_timeout_ms: null,
  create_response: true,
  interrupt_response: true,
}

export const untilMode = (app: App, mode: TalkMode): Promise<void> =>
  until(`mode ${mode}`, async () => {
    const view = await app.view()
    return view.mode === mode && !view.switching
  })

/** Presses the mode keys. Resolves, when the switch is complete and what is said now is heard, with the moment before it. */
export async function switchMode(rig: Rig, app: App, to: TalkMode): Promise<number> {
  const since = app.trace.now()
  await rig.tapKeys(MODE_KEYS)
  await untilMode(app, to)
  await untilGate(app, to, since)
  return since
}

/** In hands-free it opens behind the switch, once the microphone does. */
async function untilGate(app: App, mode: TalkMode, since: number): Promise<void> {
  if (mode === 'hands-free') await mark(app, 'captureReady', since)
}

/** Nothing is said, heard, thought or switched. */
export const untilQuiet = (app: App): Promise<void> =>
  until('quiet', async () => {
    const view = await app.view()
    return view.phase === 'idle' && !view.hearing && !view.switching
  })

/** Where a test begins: this mode, and nothing going on. */
export async function startIn(app: App, mode: TalkMode): Promise<void> {
  const since = app.trace.now()
  const before = await app.view()
  await app.page.evaluate((to) => window.assistant.setMode(to), mode)
  await untilMode(app, mode)
  if (before.mode !== mode) await untilGate(app, mode, since)
  await untilQuiet(app)
}

export const untilTheServerHears = ({ trace }: App, since: number): Promise<void> =>
  until('the server to hear speech', () => Promise.resolve(trace.wire('input_audio_buffer.speech_started').some(({ at }) => at > since)))

export const appends = (lines: readonly WireLine[]): number => lines.filter(({ event }) => event.type === 'input_audio_buffer.append').length

export interface Switch {
  readonly turnDetection: unknown
  readonly acknowledged: boolean
  /** The last clear before the update, the first behind its acknowledgement. */
  readonly clearedBefore: boolean
  readonly clearedAfter: boolean
  /** Audio that left between the update and its acknowledgement. */
  readonly appendsWaiting: number
  readonly after: readonly WireLine[]
}

/** The first mode switch since a moment, as it went over the wire. */
export function switchOnTheWire({ trace }: App, since: number): Switch {
  const lines = trace.wire().filter(({ at }) => at > since)
  const update = lines.findIndex(({ event }) => event.type === 'session.update')
  const updated = lines.findIndex(({ event }, index) => index > update && event.type === 'session.updated')
  const [before, waiting, after] = [lines.slice(0, update), lines.slice(update, updated), lines.slice(updated)]
  const clears = (some: readonly WireLine[]) => some.some(({ event }) => event.type === 'input_audio_buffer.clear')
  return {
    turnDetection: turnDetectionOf(lines[update]),
    acknowledged: updated > update,
    clearedBefore: clears(before),
    clearedAfter: clears(after),
    appendsWaiting: appends(waiting),
    after,
  }
}

function turnDetectionOf(update: WireLine | undefined): unknown {
  const session: unknown = update?.event['session']
  return typeof session === 'object' && session !== null && 'audio' in session ? session.audio : undefined
}

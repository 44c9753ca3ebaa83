import type { EffectParts } from './effects/effect-parts'
import type { HandsFreeController } from './hands-free-controller'
import type { Talk, TalkWorld } from './talk-types'
import type { TurnController } from './turn-controller'

export interface VerbParts extends EffectParts {
  readonly world: TalkWorld
  readonly act: <Answer>(work: () => Answer) => Answer
  readonly turns: TurnController
  readonly handsFree: HandsFreeController
}

/** What a key or a button means depends on the talk mode. */
export function talkVerbs(parts: VerbParts): Talk['verbs'] {
  const { act, turns, handsFree, connection, requests, audioOutput, extensions, world } = parts
  /** Nothing sounds, whatever the machines believe, and nothing that nobody waits for will. */
  const silence = () => {
    audioOutput.stop()
    world.clips.stop()
    parts.calls.interrupt()
    requests.cancel()
  }
  const unmute = () => {
    connection.connect() // it may be asleep
    handsFree.toggleMute()
  }
  const talk = () => {
    const refusal = extensions.admit({ mode: 'hold' })
    if (refusal === null) turns.press()
    silence()
    if (refusal !== null) parts.notify(refusal)
  }
  const verbs = parts.turnCapture.verbs(() => (handsFree.on ? unmute() : talk()))
  return {
    prepare: (lagMs) => act(() => verbs.prepare(lagMs)),
    abandon: () => act(() => verbs.abandon()),
    press: (lagMs) => act(() => verbs.press(lagMs)),
    release: () => act(() => (handsFree.on ? undefined : turns.release())),
    cancel: () =>
      act(() => {
        if (handsFree.on) handsFree.post({ type: 'cancel' })
        turns.cancel()
        silence()
      }),
  }
}

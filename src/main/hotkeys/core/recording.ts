import { acceleratorOf } from './accelerator'
import { isModifier, isMouse, type KeyEvent, NO_MODIFIERS, type TalkKey, talkKeyText } from './keys'

export type WhichKey = 'talk' | 'mode' | 'approve' | 'panel'

/** What the recorder has seen: the keys down now, and the best they made together. */
export interface Recording {
  readonly held: readonly string[]
  readonly best: TalkKey | null
  /** Modifiers alone, more than one: they make no key. */
  readonly tooMany: boolean
}

export type RecordingEnd = { readonly is: 'left' } | { readonly is: 'key'; readonly text: string } | { readonly is: 'too-many' }

export const NOTHING_HELD: Recording = { held: [], best: null, tooMany: false }

/** The first three buttons belong to the page that is recording; the system's registry of chords knows no mouse. */
const isIgnored = (which: WhichKey, code: string): boolean => isMouse(code) && (which !== 'talk' || !/^Mouse[45]$/.test(code))

/**
 * One more event. It ends when every key is up again, so that the one that was recorded is not at once taken for a press.
 * `end` null: go on.
 */
export function record(now: Recording, which: WhichKey, event: KeyEvent): { readonly recording: Recording; readonly end: RecordingEnd | null } {
  if (isIgnored(which, event.code)) return { recording: now, end: null }
  if (event.code === 'Escape') return { recording: now, end: event.edge === 'down' ? { is: 'left' } : null }
  const recording = event.edge === 'down' ? pressed(now, event) : { ...now, held: now.held.filter((code) => code !== event.code) }
  return { recording, end: event.edge === 'up' && recording.held.length === 0 ? endOf(recording, which) : null }
}

/** What was recorded so far, for a key whose way up never comes. */
export function endOf({ best, tooMany }: Recording, which: WhichKey): RecordingEnd | null {
  if (best === null) return tooMany && which === 'talk' ? { is: 'too-many' } : null
  if (isModifier(best.code)) return which === 'talk' ? { is: 'key', text: best.code } : null
  return { is: 'key', text: which === 'talk' ? talkKeyText(best) : acceleratorOf(best) }
}

function pressed(now: Recording, { code, modifiers }: KeyEvent): Recording {
  if (now.held.includes(code)) return now // auto-repeat
  const held = [...now.held, code]
  if (!isModifier(code)) return { held, best: { code, modifiers }, tooMany: false }
  if (now.best !== null && !isModifier(now.best.code)) return { ...now, held }
  const alone = loneModifier(held)
  return { held, best: alone === null ? null : { code: alone, modifiers: NO_MODIFIERS }, tooMany: alone === null }
}

/** AltGr arrives as a left control key and a right Alt on Windows; a person pressed one key. */
function loneModifier(held: readonly string[]): string | null {
  const pressed = held.includes('AltRight') ? held.filter((code) => code !== 'ControlLeft') : held
  return pressed.length === 1 ? (pressed[0] ?? null) : null
}

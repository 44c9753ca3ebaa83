import type { AudioListener } from '../ports'
import { FRAME_SAMPLES } from '../../../shared/audio/audio-format'
import { itemId, turnId } from '../../../shared/ids'
import type { CaptureFact, HeardItem, PlaybackFact } from '../../../shared/ipc/audio-ports'

/**
 * Worklet messages, checked by hand: the page is not trusted and a schema would allocate on the audio road.
 * A message of another shape is dropped; it can only come from a page that is not ours.
 */

type Tell = (listener: AudioListener) => void
const NOTHING: Tell = () => undefined

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isName = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 256
const isFrame = (value: unknown): value is Int16Array =>
  value instanceof Int16Array && value.length > 0 && value.length <= FRAME_SAMPLES

type Loose<T> = T extends { type: infer K } ? { [P in keyof T]: P extends 'type' ? K : unknown } : never

export function captureFact(data: unknown): Tell {
  if (!isRecord(data) || !isName(data['turn'])) return NOTHING
  const fact = data as Loose<CaptureFact>
  const turn = turnId(data['turn'])
  switch (fact.type) {
    case 'ready': {
      const { early } = fact
      return isCount(early) ? (listener) => listener.captureReady(turn, early) : NOTHING
    }
    case 'frame': {
      const { pcm } = fact
      return isFrame(pcm) ? (listener) => listener.captureFrame(turn, pcm) : NOTHING
    }
    case 'closed': {
      const { samples } = fact
      return isCount(samples) ? (listener) => listener.captureClosed(turn, samples) : NOTHING
    }
    default:
      return NOTHING
  }
}

export function playbackFact(data: unknown): Tell {
  if (!isRecord(data)) return NOTHING
  const fact = data as Loose<PlaybackFact>
  switch (fact.type) {
    case 'started': {
      const { item } = fact
      return isName(item) ? (listener) => listener.playbackStarted(itemId(item)) : NOTHING
    }
    case 'drained': {
      const { item, heardSamples, underruns } = fact
      if (!isName(item) || !isCount(heardSamples) || !isCount(underruns)) return NOTHING
      return (listener) => listener.playbackDrained(itemId(item), heardSamples, underruns)
    }
    case 'stopped':
      return stopped(fact)
    case 'overflow': {
      const { item, droppedSamples } = fact
      return isName(item) && isCount(droppedSamples) ? (listener) => listener.playbackOverflowed(itemId(item), droppedSamples) : NOTHING
    }
    default:
      return NOTHING
  }
}

const isHeard = (value: unknown): value is HeardItem =>
  isRecord(value) && isName(value['item']) && isCount(value['heardSamples'])

function stopped(fact: { id: unknown; heard: unknown; renderedAfterStop: unknown }): Tell {
  const { id, heard, renderedAfterStop } = fact
  if (!isCount(id) || !isCount(renderedAfterStop) || !Array.isArray(heard) || !heard.every(isHeard)) return NOTHING
  return (listener) => listener.playbackStopped(id, heard, renderedAfterStop)
}

import { PlaybackQueue } from '../../src/renderer/src/audio/playback/playback-queue'
import type { AudioListener } from '../../src/main/platform/ports'
import { itemId } from '../../src/shared/ids'
import type { PlaybackCommand, PlaybackFact } from '../../src/shared/ipc/audio-ports'
import type { FakeTimers } from './fake-timers'

const QUANTUM_MS = 20
const QUANTUM_SAMPLES = 480
/** Chunks. As the worklet's, unless a test wants to see it full. */
const ROOM = 16_384
/** Nothing a test plays lasts as long. */
const LONGEST_MS = 60_000

type Listener = Pick<AudioListener, 'playbackStarted' | 'playbackDrained' | 'playbackOverflowed' | 'playbackStopped'>

/** The worklet's own queue in front of a loudspeaker that runs on the time of a test, while there is anything to play. */
export class FakeLoudspeaker {
  private readonly queue: PlaybackQueue
  private readonly output = new Float32Array(QUANTUM_SAMPLES)
  private readonly drained = new Set<string>()
  private running = false
  /** Samples that were not silence, whatever they belonged to. */
  sounded = 0

  constructor(
    private readonly timers: FakeTimers,
    private readonly listener: () => Listener,
    room: number = ROOM,
  ) {
    this.queue = new PlaybackQueue((fact) => this.tell(fact), room)
  }

  receive(command: PlaybackCommand): void {
    if (command.type === 'write') this.drained.delete(command.item)
    this.queue.receive(command)
    this.run()
  }

  /** Lets time pass until all of the item was heard and its end is told. */
  untilDrained(item: string): void {
    for (let waited = 0; !this.drained.has(item); waited += QUANTUM_MS) {
      if (waited > LONGEST_MS) throw new Error(`${item} never came to its end: nobody ended it, or it was never played`)
      this.timers.pass(QUANTUM_MS)
    }
  }

  private run(): void {
    if (this.running || !this.queue.busy) return
    this.running = true
    this.timers.after(QUANTUM_MS, () => {
      this.queue.render(this.output)
      this.sounded += this.output.reduce((count, sample) => (sample === 0 ? count : count + 1), 0)
      this.running = false
      this.run()
    })
  }

  /** Facts come over a port: never within the call that causes them. */
  private tell(fact: PlaybackFact): void {
    this.timers.after(0, () => {
      pass(fact, this.listener())
      if (fact.type === 'drained') this.drained.add(fact.item)
    })
  }
}

function pass(fact: PlaybackFact, listener: Listener): void {
  switch (fact.type) {
    case 'started':
      return listener.playbackStarted(itemId(fact.item))
    case 'drained':
      return listener.playbackDrained(itemId(fact.item), fact.heardSamples, fact.underruns)
    case 'overflow':
      return listener.playbackOverflowed(itemId(fact.item), fact.droppedSamples)
    case 'stopped':
      return listener.playbackStopped(fact.id, fact.heard, fact.renderedAfterStop)
  }
}

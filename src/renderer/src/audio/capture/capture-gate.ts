import type { CaptureCommand, CaptureFact } from '../../../../shared/ipc/audio-ports'
import { CaptureRing } from './capture-ring'
import { FramePacker } from './frame-packer'

/** `left`: how many more samples belong to the turn; infinite until its close. */
type Gate =
  | { readonly name: 'closed' }
  | { readonly name: 'armed'; readonly turn: string; readonly back: number }
  | { readonly name: 'open'; readonly turn: string; left: number }

const CLOSED: Gate = { name: 'closed' }

/**
 * Decides which captured samples belong to a turn. It runs inside the worklet, so that opening and closing need no UI thread
 * and fall between two samples. Samples that may yet belong to a turn wait in the ring; no sample is in two turns.
 */
export class CaptureGate {
  private gate: Gate = CLOSED
  private samples = 0
  /** A turn may follow, which began so many samples ago; null: none is prepared. */
  private prepared: number | null = null
  private ready = false
  private readonly ring = new CaptureRing()
  private readonly packer = new FramePacker((pcm) => this.frame(pcm))

  constructor(private readonly tell: (fact: CaptureFact) => void) {}

  /** Samples belong to a turn now. */
  get isOpen(): boolean {
    return this.gate.name === 'open'
  }

  receive(command: CaptureCommand): void {
    switch (command.type) {
      case 'prepare':
        this.prepared = command.back
        return
      case 'abandon':
        return this.forget()
      case 'ready':
        this.ready = command.on
        return command.on || this.prepared !== null ? undefined : this.ring.wipe()
      case 'open':
        return this.open(command.turn, command.back)
      case 'close':
        return this.close(command.turn, command.tailSamples)
      case 'reset':
        this.forget()
        return this.shut()
    }
  }

  /** One render quantum; undefined while no microphone is connected. */
  quantum(input: Float32Array | undefined): void {
    if (input === undefined) return
    if (this.gate.name === 'closed') return this.wait(input)
    const gate = this.gate.name === 'armed' ? this.begin(this.gate) : this.gate
    if (this.prepared !== null) this.prepared += input.length
    const count = Math.min(input.length, gate.left)
    this.packer.push(input, count)
    gate.left -= count
    if (gate.left === 0) this.finish(gate.turn)
  }

  /** The microphone went away. A tail will not come any more: what is there is the whole turn. */
  inputLost(): void {
    this.ring.wipe()
    if (this.gate.name === 'open' && Number.isFinite(this.gate.left)) this.finish(this.gate.turn)
  }

  /** Nobody's sample, yet. */
  private wait(input: Float32Array): void {
    if (this.prepared !== null) this.prepared += input.length
    if (this.ready || this.prepared !== null) this.ring.push(input, this.prepared !== null)
  }

  private open(turn: string, back: number): void {
    if (this.gate.name !== 'closed' && this.gate.turn === turn) return
    if (this.gate.name !== 'closed') this.finish(this.gate.turn)
    this.gate = { name: 'armed', turn, back: this.prepared ?? back }
    this.prepared = null
  }

  private close(turn: string, tailSamples: number): void {
    const { gate } = this
    if (gate.name === 'closed' || gate.turn !== turn) return
    const open = gate.name === 'armed' && this.ring.length > 0 ? this.begin(gate) : gate
    if (open.name === 'armed' || tailSamples <= 0) return this.finish(turn)
    open.left = Math.min(open.left, tailSamples)
  }

  private begin({ turn, back }: Extract<Gate, { name: 'armed' }>): Extract<Gate, { name: 'open' }> {
    const gate = { name: 'open', turn, left: Number.POSITIVE_INFINITY } as const
    this.gate = gate
    this.tell({ type: 'ready', turn, early: Math.min(back, this.ring.length) })
    this.ring.pour(back, this.packer)
    return gate
  }

  private frame(pcm: Int16Array): void {
    if (this.gate.name !== 'open') return
    this.samples += pcm.length
    this.tell({ type: 'frame', turn: this.gate.turn, pcm })
  }

  private finish(turn: string): void {
    this.packer.flush()
    this.tell({ type: 'closed', turn, samples: this.samples })
    this.shut()
  }

  private shut(): void {
    this.packer.clear()
    this.samples = 0
    this.gate = CLOSED
  }

  /** The turn that was prepared does not come: what was said for it is nobody's, also for the next one. */
  private forget(): void {
    this.prepared = null
    this.ring.wipe()
  }
}

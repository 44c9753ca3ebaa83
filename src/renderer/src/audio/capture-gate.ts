import type { CaptureCommand, CaptureFact } from '../../../shared/ipc/audio-ports'
import { FramePacker } from './frame-packer'

/** `left`: how many more samples belong to the turn; infinite until its close. */
type Gate =
  | { readonly name: 'closed' }
  | { readonly name: 'armed'; readonly turn: string }
  | { readonly name: 'open'; readonly turn: string; left: number }

const CLOSED: Gate = { name: 'closed' }

/**
 * Decides which captured samples belong to a turn. It runs inside the worklet, so that opening and closing need no UI thread
 * and fall between two samples.
 */
export class CaptureGate {
  private gate: Gate = CLOSED
  private samples = 0
  private readonly packer = new FramePacker((pcm) => this.frame(pcm))

  constructor(private readonly tell: (fact: CaptureFact) => void) {}

  /** Samples belong to a turn now. */
  get isOpen(): boolean {
    return this.gate.name === 'open'
  }

  receive(command: CaptureCommand): void {
    if (command.type === 'open') this.open(command.turn)
    if (command.type === 'close') this.close(command.turn, command.tailSamples)
    if (command.type === 'reset') this.shut()
  }

  /** One render quantum; undefined while no microphone is connected. */
  quantum(input: Float32Array | undefined): void {
    if (input === undefined || this.gate.name === 'closed') return
    const gate = this.gate.name === 'armed' ? this.begin(this.gate.turn) : this.gate
    const count = Math.min(input.length, gate.left)
    this.packer.push(input, count)
    gate.left -= count
    if (gate.left === 0) this.finish(gate.turn)
  }

  /** The microphone went away. A tail will not come any more: what is there is the whole turn. */
  inputLost(): void {
    if (this.gate.name === 'open' && Number.isFinite(this.gate.left)) this.finish(this.gate.turn)
  }

  private open(turn: string): void {
    if (this.gate.name !== 'closed' && this.gate.turn === turn) return
    if (this.gate.name !== 'closed') this.finish(this.gate.turn)
    this.gate = { name: 'armed', turn }
  }

  private close(turn: string, tailSamples: number): void {
    const { gate } = this
    if (gate.name === 'closed' || gate.turn !== turn) return
    if (gate.name === 'armed' || tailSamples <= 0) return this.finish(turn)
    gate.left = Math.min(gate.left, tailSamples)
  }

  private begin(turn: string): Extract<Gate, { name: 'open' }> {
    const gate = { name: 'open', turn, left: Number.POSITIVE_INFINITY } as const
    this.gate = gate
    this.tell({ type: 'ready', turn })
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
}

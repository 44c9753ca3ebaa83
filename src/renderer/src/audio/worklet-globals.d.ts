/** The little of AudioWorkletGlobalScope that is used here; lib.dom does not know it, and lib.webworker would clash with lib.dom. */

declare abstract class AudioWorkletProcessor {
  /** The other end is `AudioWorkletNode.port` on the UI thread. */
  readonly port: MessagePort
  /** Called for every render quantum; `false` lets the node die. An input nothing is connected to has no channels. */
  abstract process(inputs: readonly (readonly Float32Array[])[], outputs: readonly (readonly Float32Array[])[]): boolean
}

declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void

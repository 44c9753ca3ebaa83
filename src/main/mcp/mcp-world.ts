import type { FeatureWorld } from '../app/feature'
import type { LeftProcesses, ServerProcess } from './core/ports'

/** What the servers need of this machine. */
export interface McpMachine {
  readonly process: ServerProcess
  readonly left: LeftProcesses
  /** In the system's browser. False: it could not be opened. */
  readonly openLink: (url: string) => Promise<boolean>
  /** SHA-256, as hex. */
  readonly hash: (text: string) => string
  /** The folder of the person. */
  readonly home: string
}

export interface McpWorld extends FeatureWorld, McpMachine {
  /** Names of tools that are not a server's. */
  readonly isTaken: (name: string) => boolean
}

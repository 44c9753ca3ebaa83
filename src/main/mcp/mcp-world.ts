import type { FeatureWorld } from '../app/feature'
import type { LeftProcesses, ServerProcess } from './core/ports'
import type { SetupMachine } from './setup/server-setup'

/** What the servers need of this machine. */
export interface McpMachine extends SetupMachine {
  readonly process: ServerProcess
  readonly left: LeftProcesses
  /** In the system's browser. False: it could not be opened. */
  readonly openLink: (url: string) => Promise<boolean>
}

export interface McpWorld extends FeatureWorld, McpMachine {
  /** Names of tools that are not a server's. */
  readonly isTaken: (name: string) => boolean
}

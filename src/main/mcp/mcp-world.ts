import type { FeatureWorld } from '../app/feature'
import type { ToolSource } from '../tools/core/tool'
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
  /** Where all other tools come from: a server's is called otherwise. */
  readonly others: readonly ToolSource[]
}

import type { QuestionAnswer, ServerQuestion } from '../../../shared/mcp/questions'
import type { ServerConfig, ServerLogLine, ServerState, ServerTool } from '../../../shared/mcp/servers'
import type { SignIn } from '../../../shared/mcp/setup'
import type { ToolLevel } from '../../../shared/tools/levels'
import type { Credentials } from './sign-in/credentials'

/** What an entry only names, from where it is kept; null: something of it is not there, or the person has not said yes to the entry. */
export interface ServerSecrets {
  of(server: ServerConfig): Promise<Readonly<Record<string, string>> | null>
  /** Null: nobody has signed in. */
  credentials(server: ServerConfig): Promise<Credentials | null>
  /** Null: they are forgotten. False: the entry is not there any more, so nothing was kept. */
  keepCredentials(server: ServerConfig, credentials: Credentials | null): Promise<boolean>
}

/** One process for all servers. It is started anew for each run. */
export interface ServerProcess {
  /** What it says is not checked yet. */
  start(heard: (message: unknown) => void, ended: (how: { readonly code: number | null }) => void): RunningProcess
}

export interface RunningProcess {
  post(message: unknown): void
  /** At once, whatever it does. */
  kill(): void
}

/** What processes of servers a run of ours has left behind, after a crash or a kill. */
export interface LeftProcesses {
  /** Those that are certainly ours end; the others are none of our business. Says how many there were. */
  reap(): Promise<number>
}

/** The servers, for whoever shows or changes them. All of it is there at once; nothing waits for a server. */
export interface McpServers {
  /** In the order of the settings. */
  readonly states: readonly ServerState[]
  /** Of one server, in the order it lists them. */
  tools(server: string): readonly ServerTool[]
  log(server: string): readonly ServerLogLine[]
  /** From the beginning, also after it has failed for good. */
  restart(server: string): void
  /** The person has looked at it (`hash`) and decides. False: it is another one by now, so that nothing was decided. */
  decide(server: string, tool: string, hash: string, decision: { readonly on: boolean; readonly level: ToolLevel | null }): boolean
  /** What a server asks the person now; one at a time. */
  readonly question: ServerQuestion | null
  answer(question: string, answer: QuestionAnswer): void
  signIn(server: string): { readonly state: SignIn; readonly fault: string | null }
  /** In the browser, after main has asked. What came of it is told by `signIn`. */
  startSignIn(server: string): void
  endSignIn(server: string): void
  signOut(server: string): Promise<void>
  /** Something of all this is different. Returns how to stop hearing of it. */
  follow(changed: () => void): () => void
}

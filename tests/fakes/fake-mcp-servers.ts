import type { McpServers } from '../../src/main/mcp/core/ports'
import type { QuestionAnswer, ServerQuestion } from '../../src/shared/mcp/questions'
import type { ServerLogLine, ServerState, ServerTool } from '../../src/shared/mcp/servers'
import type { SignIn } from '../../src/shared/mcp/setup'

/** Servers as their port promises them: a decision about another hash decides nothing, an answer to another question is a fault. */
export class FakeMcpServers implements McpServers {
  states: readonly ServerState[] = []
  question: ServerQuestion | null = null
  readonly restarted: string[] = []
  readonly answered: QuestionAnswer[] = []
  readonly logs = new Map<string, readonly ServerLogLine[]>()
  private readonly signIns = new Map<string, SignIn>()
  private readonly listed = new Map<string, readonly ServerTool[]>()
  private readonly followers = new Set<() => void>()

  tools(server: string): readonly ServerTool[] {
    return this.listed.get(server) ?? []
  }

  log(server: string): readonly ServerLogLine[] {
    return this.logs.get(server) ?? []
  }

  restart(server: string): void {
    this.restarted.push(server)
  }

  decide(server: string, tool: string, hash: string, { on, level }: { readonly on: boolean; readonly level: ServerTool['level'] | null }): boolean {
    const known = this.tools(server)
    if (!known.some((each) => each.tool === tool && each.hash === hash)) return false
    this.lists(server, known.map((each) => (each.tool === tool ? { ...each, isOn: on, level: level ?? each.defaultLevel, standing: 'seen' } : each)))
    return true
  }

  answer(question: string, answer: QuestionAnswer): void {
    if (this.question?.id !== question) throw new Error(`${question} is not open`)
    this.answered.push(answer)
    this.asks(null)
  }

  signIn(server: string): { readonly state: SignIn; readonly fault: string | null } {
    return { state: this.signIns.get(server) ?? 'none', fault: null }
  }

  startSignIn(server: string): void {
    if (this.signIns.get(server) !== 'wanted') throw new Error(`${server} wants no sign-in`)
    this.signsIn(server, 'open')
  }

  endSignIn(server: string): void {
    if (this.signIns.get(server) !== 'open') throw new Error(`no sign-in to ${server} is open`)
    this.signsIn(server, 'wanted')
  }

  signOut(server: string): Promise<void> {
    if (this.signIns.get(server) !== 'done') throw new Error(`nobody has signed in to ${server}`)
    this.signsIn(server, 'wanted')
    return Promise.resolve()
  }

  signsIn(server: string, state: SignIn): void {
    this.signIns.set(server, state)
    this.tell()
  }

  follow(changed: () => void): () => void {
    this.followers.add(changed)
    return () => this.followers.delete(changed)
  }

  lists(server: string, tools: readonly ServerTool[]): void {
    this.listed.set(server, tools)
    this.tell()
  }

  asks(question: ServerQuestion | null): void {
    this.question = question
    this.tell()
  }

  private tell(): void {
    for (const follower of this.followers) follower()
  }
}

/** A tool as a server has just listed it: nobody has looked at it. */
export const listedTool = (tool: string, more: Partial<ServerTool> = {}): ServerTool => ({
  server: 's1', tool, name: `Files_${tool}`, title: tool, description: `Does ${tool}.`, schema: '{"type":"object"}', level: 3, defaultLevel: 3, isOn: false, standing: 'new', hash: `${tool}-1`, ...more,
})

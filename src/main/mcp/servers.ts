import type { QuestionAnswer, ServerQuestion } from '../../shared/mcp/questions'
import type { ServerConfig, ServerLogLine, ServerState, ServerTool } from '../../shared/mcp/servers'
import type { SignIn } from '../../shared/mcp/setup'
import type { ToolLevel } from '../../shared/tools/levels'
import type { JsonObject } from '../tools/core/tool'
import { entryText } from './core/entry'
import type { CallResult, FromProcess } from './core/messages'
import type { Credentials } from './core/sign-in/credentials'
import type { McpServers, ServerSecrets } from './core/ports'
import { eraOf, learned } from './core/verdicts'
import type { McpWorld } from './mcp-world'
import { OpenCalls } from './open-calls'
import { ServerConnection } from './server-connection'
import { ServerProcessLink } from './server-process-link'
import { ServerSignIns } from './server-sign-ins'
import { ServerQuestions } from './server-questions'
import { isTakenBy } from './taken-names'
import { type JudgedTool, judged, pinnedTools, shownTool } from './tool-pins'
import { say } from '../../shared/words/say'


/** The servers as the settings want them, each with its connection, in one process. */
export class Servers implements McpServers {
  private readonly link: ServerProcessLink
  private readonly questions: ServerQuestions
  private readonly signIns: ServerSignIns
  /** Servers that somebody has signed in to, as far as it was looked. */
  private readonly signedIn = new Set<string>()
  private readonly calls = new OpenCalls()
  private readonly listeners = new Set<() => void>()
  private connections: readonly ServerConnection[] = []
  private isStarted = false
  private unfollow: readonly (() => void)[] = []

  constructor(
    private readonly world: McpWorld,
    private readonly secrets: ServerSecrets,
  ) {
    this.link = new ServerProcessLink({
      ...world,
      heard: (message) => this.heard(message),
      began: () => this.connections.forEach((each) => each.start()),
      ended: (forGood) => this.processEnded(forGood),
    })
    this.questions = new ServerQuestions({ ...world, post: (message) => this.link.post(message), changed: () => this.changed() })
    this.signIns = new ServerSignIns({
      ...world, secrets, ask: world.confirmPatiently, post: (message) => this.link.post(message), changed: () => this.changed(),
      signedIn: (server) => this.restart(server),
    })
  }

  get states(): readonly ServerState[] {
    return this.world.settings().mcpServers.map((config) => this.stateOf(config))
  }

  get question(): ServerQuestion | null {
    return this.questions.now
  }

  tools(server: string): readonly ServerTool[] {
    return this.judged(server).map((tool) => shownTool(server, tool))
  }

  log(server: string): readonly ServerLogLine[] {
    return this.of(server)?.log.lines ?? []
  }

  /** What was left by a run that was killed ends, and what is on begins. */
  start(): void {
    this.isStarted = true
    this.unfollow = this.world.others.flatMap((source) => source.changed?.(() => this.changed()) ?? []) // a name may be taken now
    void this.world.left.reap().then(() => this.evaluate())
  }

  async stop(): Promise<void> {
    this.isStarted = false
    this.unfollow.forEach((each) => each())
    this.questions.close()
    this.signIns.endWhere(() => true)
    await this.link.end()
    this.calls.dropAll()
  }

  restart(server: string): void {
    this.link.want()
    if (this.link.isRunning) this.of(server)?.start()
  }

  decide(server: string, tool: string, hash: string, { on, level }: { readonly on: boolean; readonly level: ToolLevel | null }): boolean {
    const now = this.of(server)?.tools.find(({ name }) => name === tool)
    if (now?.hash !== hash) return false
    return this.world.updateSettings({ mcpTools: pinnedTools(this.world.settings().mcpTools, { server, tool, hash, level, on }) }).ok
  }

  answer(question: string, answer: QuestionAnswer): void {
    this.questions.answer(question, answer)
  }

  signIn(server: string): { readonly state: SignIn; readonly fault: string | null } {
    const state = this.signIns.isOpen(server) ? 'open' : this.of(server)?.isShutOut === true ? 'wanted' : this.signedIn.has(server) ? 'done' : 'none'
    return { state, fault: state === 'wanted' ? this.signIns.fault(server) : null }
  }

  startSignIn(server: string): void {
    const connection = this.of(server)
    if (connection?.isShutOut === true) this.signIns.start(connection.config)
  }

  endSignIn(server: string): void {
    this.signIns.end(server)
  }

  /** Here at once; the place where the person has signed in is told, if it can be. */
  async signOut(server: string): Promise<void> {
    const config = this.world.settings().mcpServers.find(({ id }) => id === server)
    if (config === undefined) return
    this.signIns.end(server)
    this.of(server)?.stop() // what it says of them from now on is not kept
    const credentials = await this.secrets.credentials(config)
    await this.secrets.keepCredentials(config, null)
    this.signedIn.delete(server)
    if (credentials !== null && config.reach.kind === 'http') this.link.post({ type: 'revoke', url: config.reach.url, credentials })
    if (this.of(server) === null) return this.changed()
    this.restart(server)
  }

  follow(changed: () => void): () => void {
    this.listeners.add(changed)
    return () => void this.listeners.delete(changed)
  }

  /** The settings are other ones: servers that are not wanted any more, or not as they were, end; new ones begin. */
  evaluate(): void {
    if (!this.isStarted) return
    const wanted = this.world.settings().mcpServers.filter(({ on }) => on)
    const kept = this.connections.filter((each) => wanted.some((config) => this.entryHash(config) === each.entryHash))
    for (const each of this.connections) if (!kept.includes(each)) each.stop()
    const fresh = wanted.filter((config) => !kept.some((each) => each.config.id === config.id)).map((config) => this.connection(config))
    this.connections = [...kept, ...fresh]
    this.signIns.endWhere((server) => !kept.some((each) => each.entryHash === this.entryHash(server)))
    this.begin(fresh)
    this.changed()
  }

  judged(server: string): readonly JudgedTool[] {
    const { mcpServers, mcpTools: pins } = this.world.settings()
    const label = mcpServers.find(({ id }) => id === server)?.label ?? ''
    return judged(this.of(server)?.tools ?? [], { server, label, pins, isTaken: isTakenBy(this.world.others) })
  }

  call(server: string, tool: string, args: JsonObject, { signal, progress }: { readonly signal: AbortSignal; readonly progress: (words: string) => void }): Promise<CallResult> {
    const connection = this.of(server)
    if (connection?.phase !== 'ready') return Promise.resolve({ kind: 'failed', reason: 'no-connection', words: '' })
    const call = this.world.mint()
    const answer = this.calls.wait(call, progress)
    signal.addEventListener('abort', () => this.link.post({ type: 'cancel', call }), { once: true })
    this.link.post({ type: 'call', server, round: connection.round, call, tool, arguments: args })
    return answer
  }

  /** What is locked may have its key by now. */
  private begin(fresh: readonly ServerConnection[]): void {
    const { link, connections } = this
    if (connections.length === 0) return void link.end()
    if (!link.isRunning) connections.forEach((each) => each.withoutProcess(null))
    link.want()
    if (link.isRunning) connections.forEach((each) => (fresh.includes(each) || each.isLocked) && each.start())
  }

  private of(server: string): ServerConnection | null {
    return this.connections.find(({ config }) => config.id === server) ?? null
  }

  private heard(message: FromProcess): void {
    switch (message.type) {
      case 'progress':
      case 'result':
        return this.calls.heard(message)
      case 'question':
        return this.questions.asked(message, this.labelOf(message.server))
      case 'withdrawn':
        return this.questions.withdrawn(message.question)
      case 'sign-in-page':
      case 'signed-in':
      case 'not-signed-in':
        return this.signIns.heard(message)
      default:
        return this.of(message.server)?.heard(message)
    }
  }

  private processEnded(forGood: boolean): void {
    this.calls.dropAll()
    this.questions.close()
    this.signIns.dropAll()
    this.connections.forEach((each) => each.withoutProcess(forGood ? say('setup.failed-too-often') : null))
  }

  private connection(config: ServerConfig): ServerConnection {
    const { world } = this
    const entryHash = this.entryHash(config)
    return new ServerConnection({
      ...world,
      config,
      entryHash,
      secrets: () => this.secrets.of(config),
      credentials: () => this.credentialsOf(config),
      renewed: (credentials) => void this.secrets.keepCredentials(config, credentials),
      era: () => eraOf(world.settings().mcpVerdicts, config.id, entryHash, world.wallClock()),
      learned: (era) => {
        const verdicts = learned(world.settings().mcpVerdicts, { server: config.id, hash: entryHash, era, at: world.wallClock() })
        if (verdicts !== null) world.updateSettings({ mcpVerdicts: verdicts })
      },
      post: (message) => this.link.post(message),
      changed: () => this.changed(),
    })
  }

  private async credentialsOf(config: ServerConfig): Promise<Credentials | null> {
    const credentials = await this.secrets.credentials(config)
    if (credentials === null) this.signedIn.delete(config.id)
    else this.signedIn.add(config.id)
    return credentials
  }

  private entryHash(config: ServerConfig): string {
    return this.world.hash(entryText(config))
  }

  private labelOf(server: string): string {
    return this.of(server)?.config.label ?? ''
  }

  private stateOf({ id, label }: ServerConfig): ServerState {
    const connection = this.of(id)
    if (connection === null) return { id, label, phase: 'off', reason: null, pid: null, toolsOn: 0, tools: 0, leftOut: null }
    const { phase, reason, pid, tools, leftOut } = connection
    return { id, label, phase, reason, pid, leftOut, tools: tools.length, toolsOn: this.judged(id).filter(({ isOn }) => isOn).length }
  }

  private changed(): void {
    for (const each of this.listeners) each()
    this.world.changed()
  }
}

import { errorTrace } from '../../../shared/errors/error-trace'
import type { TalkFact } from '../../talk/extension'
import { type LoggedAction, openLogged } from '../actions/action-log'
import { answerOf, CallAnswers } from './call-answers'
import { actionOf, stoppedOutput } from './call-end'
import type { CallTalk, Job, ToolCallParts } from './call-parts'
import { hostedHeard } from './hosted-calls'
import { accountOf, accountOfRun, notRun, refusedAccount } from '../core/action'
import { type Budget, callFailed, FRESH } from '../core/budget'
import { jobOutput, jobResult, notRunOutput, refusedOutput } from '../core/outputs'
import { argumentsOf, callKey, readCall, type ReadyCall } from '../core/ready-call'
import type { ToolOutcome } from '../core/tool'
import { type RunningCall, RunningCalls, stopCall } from './running-calls'
import type { FoundTool } from '../tool-list'
import { endsWithin, type RunEnd, ToolRun } from './tool-run'
import { TurnTaint } from './turn-taint'

/** An open call does not survive a new session; a job does. */
const INLINE_MS = 25_000
const MOST_JOBS = 3
/** More than a run that is told to stop has for its last word; what ends the process waits for little more. */
const QUIT_MS = 1_300
const NOT_WRITTEN = 'It could not be written down beforehand, so it was not done. The disk may be full.'

type Asked = Extract<TalkFact, { readonly type: 'callsAsked' }>
type FunctionCall = Asked['calls'][number]

/** From a call of the model to its answer: exactly one for each, whatever happens in between. */
export class ToolCalls {
  private readonly running = new RunningCalls()
  private readonly taint = new TurnTaint()
  private budget: Budget = FRESH
  private jobs = 0
  /** Until each is written down. */
  private readonly takings = new Set<Promise<void>>()
  private readonly answers: CallAnswers
  /** Counts conversations: what ends in another one is not told there. */
  private conversations = 0

  constructor(
    private readonly parts: ToolCallParts,
    private readonly talk: CallTalk,
  ) {
    this.answers = new CallAnswers((call, answer) => talk.answerCall(call, answer), (logged) => void parts.log.end(logged))
  }

  get shown() {
    return this.running.shown
  }

  heard(fact: TalkFact): void {
    switch (fact.type) {
      case 'turnAsked':
        this.budget = FRESH
        return this.taint.heard(fact)
      case 'callWhole':
        return this.beginEarly(this.parts.tools.meant(fact.call))
      case 'callsDropped':
        return fact.calls.forEach((call) => this.dropped(call))
      case 'callsAsked':
        return this.asked(fact.calls)
      case 'callsInterrupted':
        return fact.calls.forEach((call) => this.interrupted(this.running.get(call)))
      case 'announced':
        return this.taint.heard(fact)
      case 'hostedCalled':
      case 'hostedGone':
        return hostedHeard(fact, this.running, this.taint, this.parts.approvals)
      case 'conversationOpened':
        return this.begun()
      default:
        return undefined
    }
  }

  /** The person wants none of it any more. */
  stopAll(why = 'The person stopped it.'): void {
    for (const running of this.running.all) {
      if (running.state === 'waits') this.parts.approvals.withdraw(running.action)
      else stopCall(running, why)
    }
  }

  /** Parley ends: what runs is told so, and what comes of it is written down as long as there is time. */
  async stop(): Promise<void> {
    this.stopAll('Parley was ended.')
    const { timers } = this.parts
    await Promise.race([Promise.all(this.takings), new Promise<void>((resolve) => timers.after(QUIT_MS, resolve))])
  }

  /** Some tools may be switched off now: what waits for the person waits in vain. */
  withdrawRefused(): void {
    for (const { action, state, isRefused } of this.running.all) if (state === 'waits' && isRefused()) this.parts.approvals.withdraw(action)
  }

  private begun(): void {
    this.conversations += 1
    this.stopAll('The conversation is over.')
    this.answers.dropAll()
    this.taint.clear()
    this.budget = FRESH
    this.parts.allowances.newConversation()
  }

  private asked(calls: readonly FunctionCall[]): void {
    calls.forEach((call, place) => this.answers.release(call.call) || this.begin(this.parts.tools.meant(call), place))
  }

  /** Only what looks, and would be asked for by nobody: the answer it belongs to may still break off. */
  private beginEarly(call: FunctionCall): void {
    const { tools, permissions } = this.parts
    const found = tools.find(call.name, call.hosted)
    const place = this.answers.heldCount
    const ready = readCall(call, { tool: found?.tool ?? null, budget: this.budget, place })
    if (found?.tool.effect !== 'read' || !ready.ok || permissions.gate(found, ready.value, this.taint.by !== null).kind !== 'run') return
    this.answers.hold(call)
    this.begin(call, place)
  }

  private dropped(call: FunctionCall['call']): void {
    this.answers.drop(call)
    const running = this.running.get(call)
    if (running !== undefined) stopCall(running, 'The answer broke off.')
  }

  private begin(call: FunctionCall, place: number): void {
    const taking: Promise<void> = this.taken(call, place).finally(() => this.takings.delete(taking))
    this.takings.add(taking)
  }

  /** A read would be stale when it ends. What has begun to change something goes on, and so does a question to the person. */
  private interrupted(running: RunningCall | undefined): void {
    if (running === undefined) return
    running.isLate = true
    if (running.effect === 'read' && running.state !== 'waits') stopCall(running, 'The person interrupted.')
  }

  /** Whatever is broken in a tool or here: a call without an answer would be made again. */
  private async taken(call: FunctionCall, place: number): Promise<void> {
    try {
      await this.take(call, place)
    } catch (cause) {
      this.parts.logger.error('a tool failed', { cause: errorTrace(cause) })
      this.answers.give(call, { output: refusedOutput('The tool is broken.') })
    }
  }

  private async take(call: FunctionCall, place: number): Promise<void> {
    const found = this.parts.tools.find(call.name, call.hosted)
    const ready = readCall(call, { tool: found?.tool ?? null, budget: this.budget, place })
    if (!ready.ok || found === null) {
      this.failed(call, false)
      const why = ready.ok ? 'There is no such tool.' : ready.error
      return this.answers.give(call, { output: refusedOutput(why), account: refusedAccount(found?.tool.title ?? null, call.name, why) })
    }
    const running: RunningCall = {
      call: call.call, item: call.item, title: found.tool.title, effect: found.tool.effect, action: this.parts.mint(), state: 'runs', progress: null, isLate: false, stopped: null, run: null,
      isRefused: () => this.parts.permissions.gate(found, ready.value, true).kind === 'refuse',
    }
    this.running.add(running)
    this.parts.changed()
    try {
      await this.permitted(call, found, ready.value, running)
    } finally {
      this.running.remove(call.call)
      this.parts.changed()
    }
  }

  private async permitted(call: FunctionCall, found: FoundTool, ready: ReadyCall, running: RunningCall): Promise<void> {
    const after = this.taint.by
    const permission = await this.parts.permissions.ask(found, ready, running, after)
    this.parts.changed()
    const logged = openLogged(this.parts, ready, running.action, permission.approval)
    if (permission.kind === 'refused') {
      this.failed(call, true) // nobody is asked the same again until they are worn down to a yes
      const action = notRun(logged.action, permission.why)
      this.answers.give(call, { output: notRunOutput(permission.why), account: accountOf(action) })
      return permission.approval === 'not-asked' ? undefined : this.parts.log.end({ ...logged, action })
    }
    const written = await this.parts.log.begin(logged)
    if (!written.ok && found.tool.level > 0) {
      this.failed(call, true)
      return this.answers.give(call, { output: refusedOutput(NOT_WRITTEN), account: accountOf(notRun(logged.action, NOT_WRITTEN)) })
    }
    if (running.stopped === null) return this.ran(call, found, ready, running, logged, after)
    const action = notRun(logged.action, running.stopped)
    this.answers.give(call, { output: notRunOutput(running.stopped), account: accountOf(action) })
    await this.parts.log.end({ ...logged, action })
  }

  private async ran(call: FunctionCall, found: FoundTool, ready: ReadyCall, running: RunningCall, logged: LoggedAction, after: string | null): Promise<void> {
    const { timers, logger, changed } = this.parts
    const began = timers.now()
    running.run = new ToolRun(found.source, { name: call.name, item: call.item, arguments: argumentsOf(ready), private: logged.private, taintedBy: after }, {
      timers,
      logger,
      progress: (words) => {
        running.progress = words
        if (running.state !== 'in-background') this.talk.callProgress(call.call)
        changed()
      },
    })
    if (call.hosted !== undefined) this.answers.give(call, { output: '', approves: true, account: accountOf(logged.action) })
    const job = call.hosted === undefined ? await this.inlineOrJob(call, logged, running, running.run) : null
    const end = await running.run.end
    const closed = this.answers.closed(call, { ...logged, action: actionOf(logged, end, { effect: running.effect, elapsedMs: timers.now() - began, after }) })
    this.ended(call, found, running, end, job, closed)
    await this.parts.log.end(closed)
    this.parts.undoing.made(closed)
  }

  /** The name of the job it became; null: it ended before. */
  private async inlineOrJob(call: FunctionCall, { action }: LoggedAction, running: RunningCall, run: ToolRun): Promise<Job | null> {
    if (await endsWithin(run, INLINE_MS, this.parts.timers)) return null
    if (this.running.jobs >= MOST_JOBS) {
      run.stop('Too many things run already.')
      return null
    }
    this.jobs += 1
    const name = `j${String(this.jobs)}`
    running.state = 'in-background'
    this.answers.give(call, { output: jobOutput(name), account: accountOf(action) })
    this.parts.changed()
    return { name, conversation: this.conversations }
  }

  private ended(call: FunctionCall, { tool }: FoundTool, running: RunningCall, end: RunEnd, job: Job | null, { action }: LoggedAction): void {
    const outcome: ToolOutcome = end.kind === 'ended' ? end.outcome : { kind: 'failed', error: end.why, retry: false }
    const source = outcome.untrusted ?? (outcome.kind === 'done' ? tool.untrusted : null)
    if (source !== null && job === null) this.taint.read(source, running.isLate)
    if (outcome.kind === 'failed' && end.kind === 'ended') this.failed(call, !outcome.retry)
    if (call.hosted !== undefined) return this.talk.callEnded(call.item, accountOfRun(action, outcome))
    if (job === null) return this.answers.give(call, { ...(end.kind === 'stopped' ? { output: stoppedOutput(tool.effect, end.why) } : answerOf(outcome, source)), account: accountOfRun(action, outcome) })
    if (job.conversation !== this.conversations || this.answers.isDropped(call)) return
    this.talk.callEnded(call.item, accountOfRun(action, outcome))
    this.announce(jobResult(job.name, tool.title, outcome, source), source)
  }

  private announce(text: string, source: string | null): void {
    if (source !== null) this.taint.announces(text, source)
    this.talk.announce(text)
  }

  private failed(call: FunctionCall, hopeless: boolean): void {
    this.budget = callFailed(this.budget, callKey(call.name, call.arguments), hopeless)
  }
}

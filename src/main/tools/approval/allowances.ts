import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { Allowance, Settings, SettingsPatch } from '../../../shared/settings'
import type { AlwaysFor } from '../../../shared/tools/levels'
import type { AlwaysRule } from '../../../shared/tools/view'
import { holds, seenAt, untilOf } from '../core/allowance-time'
import type { JsonObject, Tool } from '../core/tool'
import type { GateFacts } from '../core/gate'
import { Deadline } from '../../platform/deadline'
import type { Timers, WallClock } from '../../platform/ports'

export interface AllowanceParts {
  readonly settings: () => Settings
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  readonly mint: () => string
  readonly wallClock: WallClock
  readonly timers: Pick<Timers, 'after'>
  /** Another rule holds, or one does not any more. */
  readonly rulesChanged: () => void
}

/** A wall clock may jump, and no timer is trusted for days. */
const LOOK_AGAIN_MS = 3_600_000

/** What the person has allowed: by rule for some time, by hand for the conversation. */
export class Allowances {
  private readonly here = new Set<string>()
  /** Until Parley ends: they are never written down. */
  private ofRun: readonly Allowance[] = []

  private readonly nextEnd: Deadline

  constructor(private readonly parts: AllowanceParts) {
    this.nextEnd = new Deadline(parts.timers, () => this.review())
  }

  get rules(): readonly AlwaysRule[] {
    const listed = ({ id, tool, text, since }: Allowance, until: AlwaysRule['until']): AlwaysRule => ({ id, tool, text, since, until })
    return [...this.kept.map((rule) => listed(rule, rule.until)), ...this.ofRun.map((rule) => listed(rule, 'run'))]
  }

  of(tool: Tool, args: JsonObject): GateFacts['allowed'] {
    const pattern = tool.pattern?.(args) ?? null
    const { name } = tool.definition
    if (pattern !== null && tool.level < 4 && [...this.kept, ...this.ofRun].some((rule) => rule.tool === name && rule.level === tool.level && rule.key === pattern.key)) return 'by-rule'
    return this.here.has(name) ? 'here' : 'no'
  }

  allowHere(tool: Tool): void {
    this.here.add(tool.definition.name)
  }

  allowAlways(tool: Tool, args: JsonObject, howLong: AlwaysFor): void {
    const pattern = tool.pattern?.(args) ?? null
    if (pattern === null || tool.level === 4) return
    const { mint, wallClock, updateSettings } = this.parts
    const since = wallClock()
    const rule: Allowance = { id: mint(), tool: tool.definition.name, level: tool.level, key: pattern.key, text: pattern.text, since, until: untilOf(howLong, since), seen: since }
    if (howLong === 'run') this.ofRun = [...this.ofRun, rule]
    else updateSettings({ allowances: [...this.kept, rule].slice(-512) })
    this.review()
    this.parts.rulesChanged()
  }

  forget(id: string): Result<Settings, AppError> {
    this.ofRun = this.ofRun.filter((rule) => rule.id !== id)
    const saved = this.parts.updateSettings({ allowances: this.kept.filter((rule) => rule.id !== id) })
    this.parts.rulesChanged()
    return saved
  }

  /** What is over goes, and what holds has been seen now. */
  review(): void {
    const { settings, updateSettings, wallClock } = this.parts
    const { allowances } = settings()
    const now = wallClock()
    const next = allowances.filter((rule) => holds(rule, now)).map((rule) => seenAt(rule, now))
    if (next.length !== allowances.length || next.some((rule, at) => rule !== allowances[at])) updateSettings({ allowances: next })
    if (next.length !== allowances.length) this.parts.rulesChanged()
    this.lookAgain(next, now)
  }

  /** Another conversation: whoever allowed something in this one did not mean that one. */
  newConversation(): void {
    this.here.clear()
  }

  stop(): void {
    this.nextEnd.stop()
  }

  private lookAgain(rules: readonly Allowance[], now: number): void {
    const ends = rules.flatMap(({ until }) => until ?? [])
    if (ends.length === 0) this.nextEnd.stop()
    else this.nextEnd.renew(Math.max(0, Math.min(...ends, now + LOOK_AGAIN_MS) - now), undefined)
  }

  private get kept(): readonly Allowance[] {
    const now = this.parts.wallClock()
    return this.parts.settings().allowances.filter((rule) => holds(rule, now))
  }
}

import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { Allowance, Settings, SettingsPatch } from '../../../shared/settings'
import type { AlwaysFor } from '../../../shared/tools/levels'
import type { AlwaysRule } from '../../../shared/tools/view'
import { holds, seenAt, untilOf } from '../core/allowance-time'
import type { JsonObject, Tool } from '../core/tool'
import type { GateFacts } from '../core/gate'
import type { WallClock } from '../../platform/ports'

export interface AllowanceParts {
  readonly settings: () => Settings
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  readonly mint: () => string
  readonly wallClock: WallClock
}

/** What the person has allowed: by rule for some time, by hand for the conversation. */
export class Allowances {
  private readonly here = new Set<string>()
  /** Until Parley ends: they are never written down. */
  private ofRun: readonly Allowance[] = []

  constructor(private readonly parts: AllowanceParts) {}

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
  }

  forget(id: string): Result<Settings, AppError> {
    this.ofRun = this.ofRun.filter((rule) => rule.id !== id)
    return this.parts.updateSettings({ allowances: this.kept.filter((rule) => rule.id !== id) })
  }

  /** What is over goes, and what holds has been seen now. */
  review(): void {
    const { settings, updateSettings, wallClock } = this.parts
    const { allowances } = settings()
    const now = wallClock()
    const next = allowances.filter((rule) => holds(rule, now)).map((rule) => seenAt(rule, now))
    if (next.length !== allowances.length || next.some((rule, at) => rule !== allowances[at])) updateSettings({ allowances: next })
  }

  /** Another conversation: whoever allowed something in this one did not mean that one. */
  newConversation(): void {
    this.here.clear()
  }

  private get kept(): readonly Allowance[] {
    const now = this.parts.wallClock()
    return this.parts.settings().allowances.filter((rule) => holds(rule, now))
  }
}

import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import type { Allowance, Settings, SettingsPatch } from '../../shared/settings'
import type { AlwaysRule } from '../../shared/tools/view'
import type { JsonObject, Tool } from './core/tool'
import type { GateFacts } from './core/gate'
import type { WallClock } from '../platform/ports'

export interface AllowanceParts {
  readonly settings: () => Settings
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
  readonly mint: () => string
  readonly wallClock: WallClock
}

/** What the person has allowed: by rule until it is removed, by hand for the conversation. */
export class Allowances {
  private readonly here = new Set<string>()

  constructor(private readonly parts: AllowanceParts) {}

  get rules(): readonly AlwaysRule[] {
    return this.current.map(({ id, tool, text, since, until }) => ({ id, tool, text, since, until }))
  }

  of(tool: Tool, args: JsonObject): GateFacts['allowed'] {
    const pattern = tool.pattern?.(args) ?? null
    const { name } = tool.definition
    if (pattern !== null && tool.level < 4 && this.current.some((rule) => rule.tool === name && rule.level === tool.level && rule.key === pattern.key)) return 'by-rule'
    return this.here.has(name) ? 'here' : 'no'
  }

  allowHere(tool: Tool): void {
    this.here.add(tool.definition.name)
  }

  allowAlways(tool: Tool, args: JsonObject): void {
    const pattern = tool.pattern?.(args) ?? null
    if (pattern === null || tool.level === 4) return
    const { mint, wallClock, updateSettings } = this.parts
    const rule: Allowance = { id: mint(), tool: tool.definition.name, level: tool.level, key: pattern.key, text: pattern.text, since: wallClock(), until: null }
    updateSettings({ allowances: [...this.current, rule].slice(-512) })
  }

  forget(id: string): Result<Settings, AppError> {
    return this.parts.updateSettings({ allowances: this.current.filter((rule) => rule.id !== id) })
  }

  /** Another conversation: whoever allowed something in this one did not mean that one. */
  newConversation(): void {
    this.here.clear()
  }

  private get current(): readonly Allowance[] {
    const now = this.parts.wallClock()
    return this.parts.settings().allowances.filter(({ until }) => until === null || until > now)
  }
}

import type { ActionOutcome, Approval } from '../../../shared/tools/actions'
import type { AlwaysFor, ToolChoice, ToolLevel } from '../../../shared/tools/levels'
import type { ApprovalCard, RunningTool, ToolListing } from '../../../shared/tools/view'
import type { Key } from '../../../shared/words/keys'
import { say } from '../../../shared/words/say'

interface Listed<Value> {
  readonly value: Value
  readonly words: string
}

export const toolChoices = (): readonly (Listed<ToolChoice> & { readonly more: string })[] => [
  { value: 'all', words: say('tools.all'), more: say('tools.all-about') },
  { value: 'read-only', words: say('tools.read-only'), more: say('tools.read-only-about') },
  { value: 'off', words: say('tools.off'), more: say('tools.off-about') },
]

/** The first is what most people want. */
export const alwaysFor = (): readonly Listed<AlwaysFor>[] => [
  { value: '30-days', words: say('tools.for30-days') },
  { value: 'run', words: say('tools.until-quit') },
  { value: 'for-good', words: say('tools.forever') },
]

/** How far a tool reaches, and when it asks. */
export const levelWords = (level: ToolLevel): string => say(`tools.level${level}`)

/** Timers, notes and memory are Parley's own: an undo is enough. */
export const reachWords = ({ level, isOwn }: Pick<ToolListing, 'level' | 'isOwn'>): string => (isOwn && level === 2 ? say('tools.own-undoable') : levelWords(level))

export const approvalWords = (approval: Approval): string => say(`tools.approval-${approval}`)

export const outcomeWords = (outcome: ActionOutcome): string => say(`tools.outcome-${outcome}`)

const HOLD_WORDS = { no: 'tools.hold', yes: 'tools.keep-holding', full: 'tools.let-go' } as const satisfies Readonly<Record<string, Key>>

/** On the button. Not armed, a press does not count yet: the card is too new, or something plays that may be what asks. */
export function holdWords({ locked, armed }: Pick<ApprovalCard, 'locked' | 'armed'>, holding: keyof typeof HOLD_WORDS): string {
  if (locked) return say('tools.locked')
  return say(armed || holding !== 'no' ? HOLD_WORDS[holding] : 'tools.not-yet')
}

/** Who offers the tool. */
export const sourceWords = (source: string): string => (source === 'Parley' ? say('tools.own-tool') : say('tools.tool-of', { source }))

/** What it means to allow it. */
export function effectWords({ level, undoable }: Pick<ApprovalCard, 'level' | 'undoable'>): string {
  if (undoable) return say('tools.effect-undo')
  return say(level <= 1 ? 'tools.effect-reads' : 'tools.effect-final')
}

export const afterWords = (source: string): string => say('tools.after', { source })

export const behindWords = (count: number): string => say('tools.behind', { count })

const LEFT_STEPS_S = [50, 40, 30, 20, 10] as const

/** In steps: nobody wants to hear or see every second. */
export function leftWords(leftMs: number): string {
  const step = LEFT_STEPS_S.find((each) => leftMs > each * 1_000)
  return say('tools.left', { seconds: (step ?? 0) + 10 })
}

/** "under 0.1 s", "0.4 s", "6 s", "2 min" */
export function tookWords(ms: number): string {
  if (ms < 100) return say('tools.took-nothing')
  if (ms < 1_000) return say('tools.took-tenths', { seconds: ms / 1_000 })
  return ms < 120_000 ? say('tools.took-seconds', { seconds: Math.round(ms / 1_000) }) : say('tools.took-minutes', { minutes: Math.round(ms / 60_000) })
}

const RUNNING_WORDS = { waits: 'tools.waits', runs: 'tools.runs', 'in-background': 'tools.in-background' } as const satisfies Readonly<Record<RunningTool['state'], Key>>

export function runningWords({ state, progress }: Pick<RunningTool, 'state' | 'progress'>): string {
  const words = say(RUNNING_WORDS[state])
  return progress === null || progress === '' ? words : say('tools.progress', { state: words, progress })
}

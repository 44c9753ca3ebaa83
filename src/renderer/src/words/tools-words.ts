import type { ActionOutcome, Approval } from '../../../shared/tools/actions'
import type { AlwaysFor, ToolChoice, ToolLevel } from '../../../shared/tools/levels'
import type { ApprovalCard, RunningTool, ToolListing } from '../../../shared/tools/view'

export const TOOL_CHOICES: readonly { readonly value: ToolChoice; readonly words: string; readonly more: string }[] = [
  { value: 'all', words: 'All tools', more: 'Those that reach outside Parley ask you first' },
  { value: 'read-only', words: 'Only reading', more: 'Look things up, change nothing' },
  { value: 'off', words: 'No tools', more: 'Parley only talks' },
]

const CHOICE_WORDS: Readonly<Record<ToolChoice, string>> = { all: 'all tools', 'read-only': 'only reading', off: 'no tools' }
export const choiceWords = (choice: ToolChoice): string => CHOICE_WORDS[choice]

/** The first is what most people want. */
export const ALWAYS_FOR: readonly { readonly value: AlwaysFor; readonly words: string }[] = [
  { value: '30-days', words: 'For 30 days' },
  { value: 'run', words: 'Until Parley is closed' },
  { value: 'for-good', words: 'For good' },
]

/** How far a tool reaches, and when it asks. */
const LEVEL_WORDS: Readonly<Record<ToolLevel, string>> = {
  0: 'Never asks',
  1: 'Reads something private · asks once in each conversation',
  2: 'Changes something on this computer · asks once in each conversation · can be undone',
  3: 'Reaches outside Parley · asks every time',
  4: 'Cannot be undone · asks every time',
}
export const levelWords = (level: ToolLevel): string => LEVEL_WORDS[level]

/** Timers, notes and memory are Parley's own: an undo is enough. */
export const reachWords = ({ level, isOwn }: Pick<ToolListing, 'level' | 'isOwn'>): string => (isOwn && level === 2 ? 'Never asks · can be undone' : levelWords(level))

const APPROVAL_WORDS: Readonly<Record<Approval, string>> = {
  'not-asked': 'Needs no permission',
  held: 'You held the key',
  clicked: 'You held the button',
  always: 'You allowed it before',
  denied: 'You did not allow it',
  'timed-out': 'You did not answer',
  withdrawn: 'Stopped before you answered',
}
export const approvalWords = (approval: Approval): string => APPROVAL_WORDS[approval]

const OUTCOME_WORDS: Readonly<Record<ActionOutcome, string>> = {
  open: 'Running',
  done: 'Done',
  failed: 'Failed',
  'not-run': 'Not done',
  'broke-off': 'Broke off: nobody knows whether it was done',
  undone: 'Undone',
}
export const outcomeWords = (outcome: ActionOutcome): string => OUTCOME_WORDS[outcome]

const HOLD_WORDS = { no: 'Hold to allow', yes: 'Keep holding…', full: 'Let go to allow' } as const

/** On the button. Not armed, a press does not count yet: the card is too new, or something plays that may be what asks. */
export function holdWords({ locked, armed }: Pick<ApprovalCard, 'locked' | 'armed'>, holding: keyof typeof HOLD_WORDS): string {
  if (locked) return 'Parley is typing…'
  return armed || holding !== 'no' ? HOLD_WORDS[holding] : 'One moment…'
}

/** Who offers the tool. */
export const sourceWords = (source: string): string => (source === 'Parley' ? 'A tool of Parley, on this computer' : `A tool of ${source}`)

/** What it means to allow it. */
export function effectWords({ level, undoable }: Pick<ApprovalCard, 'level' | 'undoable'>): string {
  if (undoable) return 'You can undo it afterwards.'
  return level <= 1 ? 'It changes nothing. The assistant sees what is read.' : 'It cannot be undone.'
}

export const afterWords = (after: string): string => `Asked after reading ${after}. Text from there can mislead the assistant.`

export const behindWords = (count: number): string => (count === 1 ? '1 more waits behind this' : `${String(count)} more wait behind this`)

const LEFT_STEPS_S = [50, 40, 30, 20, 10] as const

/** In steps: nobody wants to hear or see every second. */
export function leftWords(leftMs: number): string {
  const seconds = LEFT_STEPS_S.find((step) => leftMs > step * 1_000)
  return seconds === undefined ? 'No answer within 10 seconds means no.' : `No answer within ${String(seconds + 10)} seconds means no.`
}

/** "under 0.1 s", "0.4 s", "6 s", "2 min" */
export function tookWords(ms: number): string {
  if (ms < 100) return 'under 0.1 s'
  if (ms < 1_000) return `${(ms / 1_000).toFixed(1)} s`
  return ms < 120_000 ? `${String(Math.round(ms / 1_000))} s` : `${String(Math.round(ms / 60_000))} min`
}

const RUNNING_WORDS: Readonly<Record<RunningTool['state'], string>> = { waits: 'Waits for you', runs: 'Running', 'in-background': 'Goes on in the background' }

export const runningWords = ({ state, progress }: Pick<RunningTool, 'state' | 'progress'>): string => (progress === null || progress === '' ? RUNNING_WORDS[state] : `${RUNNING_WORDS[state]}: ${progress}`)

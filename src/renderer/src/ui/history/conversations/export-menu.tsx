import type { ExportFormat } from '../../../../../shared/history'
import type { ConversationId } from '../../../../../shared/ids'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import type { Jobs } from '../../../state/history/jobs'
import { useStore } from '../../../store/use-store'
import { Button } from '../../parts/controls/button'
import { Menu } from '../../parts/controls/menu'

interface ExportMenuProps {
  readonly jobs: Jobs
  readonly label: string
  readonly testId: string
  /** Null: all. */
  readonly conversations: readonly ConversationId[] | null
  readonly disabled?: boolean
}

const FORMATS = [
  ['markdown', 'history.format-markdown'],
  ['json', 'history.format-json'],
  ['text', 'history.format-text'],
] as const satisfies readonly (readonly [ExportFormat, Key])[]

export function ExportMenu({ jobs, label, testId, conversations, disabled = false }: ExportMenuProps) {
  const busy = useStore(jobs.job) !== null
  const entries = FORMATS.map(([format, key]) => ({
    words: say(key),
    testId: `export-${format}`,
    choose: () => void jobs.exportConversations(format, conversations),
  }))
  return <Menu label={label} button={<Button icon="down" disabled={disabled || busy} data-testid={testId}>{label}</Button>} entries={entries} />
}

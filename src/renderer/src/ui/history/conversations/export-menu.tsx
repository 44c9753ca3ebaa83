import type { ExportFormat } from '../../../../../shared/history'
import type { ConversationId } from '../../../../../shared/ids'
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

const FORMATS: readonly (readonly [ExportFormat, string])[] = [
  ['markdown', 'Markdown'],
  ['json', 'JSON, to import again'],
  ['text', 'Plain text'],
]

export function ExportMenu({ jobs, label, testId, conversations, disabled = false }: ExportMenuProps) {
  const busy = useStore(jobs.job) !== null
  const entries = FORMATS.map(([format, words]) => ({
    words,
    testId: `export-${format}`,
    choose: () => void jobs.exportConversations(format, conversations),
  }))
  return <Menu label={label} button={<Button icon="down" disabled={disabled || busy} data-testid={testId}>{label}</Button>} entries={entries} />
}

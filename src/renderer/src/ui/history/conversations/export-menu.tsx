import type { ReactElement } from 'react'
import type { ExportFormat } from '../../../../../shared/history'
import type { ConversationId } from '../../../../../shared/ids'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import type { Jobs } from '../../../state/history/jobs'
import { Menu, type MenuEntry } from '../../parts/controls/menu'

interface ExportMenuProps {
  readonly jobs: Jobs
  readonly label: string
  readonly button: ReactElement
  readonly conversations: readonly ConversationId[]
}

const FORMATS = [
  ['markdown', 'history.format-markdown'],
  ['json', 'history.format-json'],
  ['text', 'history.format-text'],
] as const satisfies readonly (readonly [ExportFormat, Key])[]

export function ExportMenu({ jobs, label, button, conversations }: ExportMenuProps) {
  const entries = FORMATS.map(([format, key]): MenuEntry => ({
    words: say(key),
    testId: `export-${format}`,
    choose: () => void jobs.exportConversations(format, conversations),
  }))
  return <Menu label={label} button={button} entries={entries} />
}

/** In a menu of other things, too. `conversations` null: all. */
export function exportEntries(jobs: Jobs, conversations: readonly ConversationId[] | null, what: 'one' | 'all', disabled: boolean): readonly MenuEntry[] {
  return FORMATS.map(([format, key]) => ({
    words: say(`history.export-${what}`),
    more: say(key),
    icon: 'download',
    testId: `export-${what}-${format}`,
    disabled,
    choose: () => void jobs.exportConversations(format, conversations),
  }))
}

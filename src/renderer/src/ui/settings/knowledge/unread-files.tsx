import { Collapsible } from '@base-ui/react/collapsible'
import { useEffect, useState } from 'react'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import { say } from '../../../../../shared/words/say'
import { createUnreadList } from '../../../state/settings/unread-list'
import { useStore } from '../../../store/use-store'
import { unreadCount, unreadWords } from '../../../words/knowledge-words'
import { Button } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'

interface UnreadFilesProps {
  readonly folder: string
  readonly count: number
  readonly preferences: Pick<SettingsApi, 'unreadFiles'>
}

/** "12 files could not be read", and unfolded which and why. */
export function UnreadFiles({ folder, count, preferences }: UnreadFilesProps) {
  const [open, setOpen] = useState(false)
  return (
    <Collapsible.Root open={open} onOpenChange={setOpen}>
      <Collapsible.Trigger className="unread-head" data-testid="unread-head">
        <span className="unread-fold"><Icon name="chevron-right" /></span>
        {unreadCount(count)}
      </Collapsible.Trigger>
      <Collapsible.Panel>
        <Files key={count} folder={folder} preferences={preferences} />
      </Collapsible.Panel>
    </Collapsible.Root>
  )
}

function Files({ folder, preferences }: Omit<UnreadFilesProps, 'count'>) {
  const [list] = useState(() => createUnreadList(preferences, folder))
  const { rows, more, problem } = useStore(list)
  useEffect(() => void list.more(), [list])
  return (
    <>
      <ul className="unread-list" data-testid="unread-list" tabIndex={0} aria-label={say('knowledge.unread-list')}>
        {rows.map((file) => (
          <li key={file.path} data-testid="unread-file">
            <bdi>{file.path}</bdi>
            <small>{unreadWords(file.state)}</small>
          </li>
        ))}
      </ul>
      {more && <Button look="plain" onClick={() => void list.more()} data-testid="more-unread">{say('common.show-more')}</Button>}
      <p role="alert" className="field-problem">{problem}</p>
    </>
  )
}

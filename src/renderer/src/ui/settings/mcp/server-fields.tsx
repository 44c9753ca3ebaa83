import { useEffect, useState } from 'react'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import { say } from '../../../../../shared/words/say'
import { createServerLists } from '../../../state/settings/server-list'
import { useStore } from '../../../store/use-store'
import { Button } from '../../parts/controls/button'
import { Sheet } from '../page/sheet'
import { AddServer } from './add-server'
import { HostedFields } from './hosted-fields'
import { ServerRow } from './server-row'
import './servers.css'

/** Servers of tools: what runs, what each may do, and a place to add one. */
export function ServerFields({ preferences }: { readonly preferences: SettingsApi }) {
  const [lists] = useState(() => createServerLists(preferences))
  const [problem, setProblem] = useState<string | null>(null)
  const list = useStore(lists.list)
  const open = useStore(lists.open)
  useEffect(() => void lists.load(), [lists])
  const said = async (done: Promise<string | null>) => setProblem(await done)
  if (list === null) return null
  const { servers, removed } = list
  return (
    <>
      <p className="field-hint">{say('servers.about')}</p>
      <Sheet>
        {servers.length === 0 && <p className="field-hint" data-testid="no-servers">{say('servers.none')}</p>}
        {servers.map((server) => (
          <ServerRow key={server.config.id} server={server} open={open?.id === server.config.id ? open : null} lists={lists} said={(done) => void said(done)} />
        ))}
      </Sheet>
      <div className="servers-news">
        <div role="status">
          {removed !== null && (
            <p data-testid="server-removed">
              {say('servers.removed', { server: removed.label })} <Button look="plain" onClick={() => void said(lists.putBack(removed.id))} data-testid="put-back-server">{say('common.undo')}</Button>
            </p>
          )}
        </div>
        <p role="alert" className="field-problem" data-testid="servers-problem">{problem}</p>
      </div>
      <AddServer lists={lists} />
      <HostedFields preferences={preferences} />
    </>
  )
}

import { useState } from 'react'
import type { ServerListing } from '../../../../../shared/mcp/setup'
import { say } from '../../../../../shared/words/say'
import type { OpenServer, ServerLists } from '../../../state/settings/server-list'
import { serverStateWords, toolCountWords } from '../../../words/server-words'
import { Button } from '../../parts/controls/button'
import { Switch } from '../../parts/controls/switch'
import { EntryLines } from './entry-lines'
import { ServerForm } from './server-form'
import { ServerLog } from './server-log'
import { ServerSignIn } from './server-sign-in'
import { ServerTools } from './server-tools'

interface ServerRowProps {
  readonly server: ServerListing
  /** Null: folded. */
  readonly open: OpenServer | null
  readonly lists: ServerLists
  /** What it resolves to is shown to the person. */
  readonly said: (done: Promise<string | null>) => void
}

/** One server: what it does now, and, unfolded, all there is to it. */
export function ServerRow({ server, open, lists, said }: ServerRowProps) {
  const { config: { id, label, on }, state, consent } = server
  const tools = toolCountWords(server)
  return (
    <section className="server" aria-label={label} data-testid="server" data-label={label} data-phase={state?.phase ?? 'off'} data-consent={consent}>
      <header className="server-head">
        <div>
          <h3>{label}</h3>
          <p className="field-hint" data-testid="server-state">{serverStateWords(server)}</p>
          {tools !== null && <p className="field-hint" data-testid="server-tool-count">{tools}</p>}
          {state !== null && state.leftOut !== null && <p className="field-hint">{state.leftOut}</p>}
        </div>
        <Button aria-expanded={open !== null} aria-label={say(open === null ? 'servers.show-named' : 'servers.hide-named', { server: label })} onClick={() => void lists.unfold(open === null ? id : null)} data-testid="server-open">{say(open === null ? 'common.show' : 'common.hide')}</Button>
        <Switch name={`server-${label}`} on={on && consent === 'confirmed'} turn={(next) => said(lists.turn(id, next))} aria-label={say('servers.use', { server: label })} />
      </header>
      <ServerSignIn server={server} lists={lists} said={said} />
      {open !== null && <OpenRow server={server} open={open} lists={lists} said={said} />}
    </section>
  )
}

function OpenRow({ server, open, lists, said }: ServerRowProps & { readonly open: OpenServer }) {
  const [editing, setEditing] = useState(false)
  const { config, state } = server
  return (
    <div className="server-body">
      {editing
        ? <ServerForm config={config} save={(form) => lists.edit(config.id, form)} done={() => setEditing(false)} />
        : <EntryLines lines={server.lines} cautions={server.cautions} more={state === null || state.pid === null ? [] : [{ name: say('servers.process'), text: String(state.pid) }]} />}
      <div className="server-actions">
        {!editing && <Button onClick={() => setEditing(true)} data-testid="server-edit">{say('servers.edit')}</Button>}
        {config.on && <Button onClick={() => said(lists.restart(config.id))} data-testid="server-restart">{say('servers.restart')}</Button>}
        <Button look="danger" onClick={() => said(lists.remove(config.id))} data-testid="server-remove">{say('common.remove')}</Button>
      </div>
      <ServerTools label={config.label} tools={open.tools} decide={(decisions) => lists.decide(config.id, decisions)} />
      <ServerLog label={config.label} lines={open.log} />
    </div>
  )
}

import { useState } from 'react'
import type { ServerDraft } from '../../../../../shared/mcp/setup'
import { say } from '../../../../../shared/words/say'
import type { ServerLists } from '../../../state/settings/server-list'
import { Button } from '../../parts/controls/button'
import { Field } from '../../parts/controls/field'
import { Group } from '../fields/group'
import { Card } from '../page/card'
import { Sheet } from '../page/sheet'
import { DraftCard } from './draft-card'
import { ServerForm } from './server-form'

interface AddServerProps {
  readonly lists: ServerLists
}

type Way = 'none' | 'paste' | 'form'

/** By the JSON that most makers of servers show, or by hand. */
export function AddServer({ lists }: AddServerProps) {
  const [way, setWay] = useState<Way>('none')
  return (
    way === 'none'
      ? <Ways choose={setWay} />
      : (
        <Sheet title={say('servers.add')}>
          {way === 'paste' && <PasteServers lists={lists} close={() => setWay('none')} />}
          {way === 'form' && <ServerForm config={null} save={(form) => lists.add(form)} done={() => setWay('none')} />}
        </Sheet>
      )
  )
}

function Ways({ choose }: { readonly choose: (way: Way) => void }) {
  return (
    <Card title={say('servers.add')}>
      <Group label={say('servers.json')} hint={say('servers.paste-about')}>
        <Button onClick={() => choose('paste')} data-testid="add-by-paste">{say('servers.paste')}</Button>
      </Group>
      <Group label={say('servers.by-hand')} hint={say('servers.form-about')}>
        <Button onClick={() => choose('form')} data-testid="add-by-form">{say('servers.form')}</Button>
      </Group>
    </Card>
  )
}

function PasteServers({ lists, close }: AddServerProps & { readonly close: () => void }) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [drafts, setDrafts] = useState<readonly ServerDraft[]>([])
  const [others, setOthers] = useState<readonly string[]>([])
  const read = async () => {
    const { pasted, refusal } = await lists.paste(text)
    setProblem(refusal)
    setOthers(pasted.refused)
    setDrafts(pasted.drafts)
    if (refusal === null && pasted.refused.length === 0) setText('') // it may hold keys, and main has it now
  }
  const gone = (draft: ServerDraft) => {
    const rest = drafts.filter(({ id }) => id !== draft.id)
    setDrafts(rest)
    if (rest.length === 0 && text === '') close()
  }
  return (
    <div className="servers-add">
      {(drafts.length === 0 || text !== '') && (
        <Field label={say('servers.json')} problem={problem} hint={say('servers.json-about')}>
          {(ids) => <textarea {...ids} className="servers-json" rows={8} value={text} spellCheck={false} autoFocus autoComplete="off" onChange={(event) => setText(event.target.value)} data-testid="paste-json" />}
        </Field>
      )}
      <div className="servers-refused" role="alert">{others.map((sentence) => <p key={sentence} data-testid="paste-refused">{sentence}</p>)}</div>
      <div className="server-actions">
        {(drafts.length === 0 || text !== '') && <Button look="main" onClick={() => void read()} data-testid="read-json">{say('servers.read')}</Button>}
        <Button onClick={close} data-testid="close-paste">{say('common.close')}</Button>
      </div>
      {drafts.map((draft) => <DraftCard key={draft.id} draft={draft} lists={lists} gone={() => gone(draft)} />)}
    </div>
  )
}

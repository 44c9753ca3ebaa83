import { useState } from 'react'
import type { HistoryOverview } from '../../../../../shared/ipc/history'
import type { RetentionChoice } from '../../../../../shared/settings'
import { errorWords } from '../../../../../shared/errors/error-words'
import { humanBytes } from '../../../../../shared/text/amount-words'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'
import type { HistoryPage } from '../../../state/history/history-page'
import { limitProblem } from '../../../words/keep-words'
import { retentionChoices, retentionWarning } from '../../../words/history-words'
import { Confirm } from '../../parts/layers/confirm'
import { RadioList } from '../../parts/controls/radio-list'
import { SwitchField } from '../../settings/fields/switch-field'
import { TextField } from '../../settings/fields/text-field'
import './retention-fields.css'

interface RetentionFieldsProps {
  readonly page: HistoryPage
  readonly overview: HistoryOverview
}

type Patch = Parameters<HistoryPage['records']['keep']>[0]

export function RetentionFields({ page, overview }: RetentionFieldsProps) {
  const { records, ask, overview: whole } = page
  /** A choice has no place for a sentence of its own: failures become a notice. */
  const choose = async (patch: Patch) => {
    await ask(records.keep(patch))
    await whole.refresh()
  }
  const enter = async (patch: Patch) => {
    const answer = await records.keep(patch)
    await whole.refresh()
    return answer.ok ? null : errorWords(answer.error.tag)
  }
  return (
    <>
      <KeepConversations keeping={overview.keeping.keeping} save={choose} />
      <KeepSound overview={overview} enter={enter} />
      <p className="keeping-folder"><Drawn parts={sayParts('history.folder', { path: <code title={overview.folder} data-testid="history-folder">{overview.folder}</code> })} /></p>
    </>
  )
}

interface KeepConversationsProps {
  readonly keeping: RetentionChoice
  readonly save: (patch: Patch) => Promise<void>
}

function KeepConversations({ keeping, save }: KeepConversationsProps) {
  const [asked, setAsked] = useState({ next: keeping, warning: '' })
  const [asking, setAsking] = useState(false)
  const choose = (next: RetentionChoice) => {
    const warning = retentionWarning(keeping, next)
    if (warning === null) return void save({ keeping: next })
    setAsked({ next, warning })
    setAsking(true)
  }
  return (
    <div className="keeping">
      <RadioList name="keep" title={say('history.keep-conversations')} value={asking ? asked.next : keeping} choices={retentionChoices()} choose={choose} />
      {keeping === 'nothing' && <p className="field-hint">{say('history.keep-nothing-about')}</p>}
      {keeping !== 'nothing' && keeping !== 'forever' && <p className="field-hint">{say('history.keep-some-about')}</p>}
      <Confirm
        open={asking}
        close={() => setAsking(false)}
        title={say('history.delete-older')}
        yes={say('history.delete-older-yes')}
        confirm={() => void save({ keeping: asked.next })}
        testId="keeping"
      >
        {asked.warning}
      </Confirm>
    </div>
  )
}

interface KeepSoundProps {
  readonly overview: HistoryOverview
  /** Resolves to the sentence that says why it was not kept. */
  readonly enter: (patch: Patch) => Promise<string | null>
}

function KeepSound({ overview, enter }: KeepSoundProps) {
  const { keepAudio, audioLimitMb } = overview.keeping
  const { audioBytes, audioFiles } = overview.stats
  return (
    <div className="keeping">
      <h2>{say('history.sound')}</h2>
      <SwitchField name="keep-audio" label={say('history.keep-sound')} checked={keepAudio} save={(on) => enter({ keepAudio: on })} />
      {keepAudio && (
        <TextField
          name="keep-limit"
          label={say('history.sound-limit')}
          hint={say('history.sound-limit-about')}
          value={String(audioLimitMb)}
          check={limitProblem}
          save={(text) => enter({ audioLimitMb: Number(text) })}
        />
      )}
      <p className="field-hint" data-testid="keep-used">{audioFiles === 0 ? say('history.sound-none') : say('history.sound-used', { files: audioFiles, size: humanBytes(audioBytes) })}</p>
    </div>
  )
}

import { useState } from 'react'
import type { HistoryOverview } from '../../../../shared/ipc/history-contract'
import type { Keeping } from '../../../../shared/settings'
import { errorWords } from '../../../../shared/error-words'
import { count, humanBytes } from '../../state/history/amount-words'
import type { HistoryPage } from '../../state/history/history-page'
import { KEEPING_WORDS, keepingWarning } from '../../state/history/history-words'
import { Button } from '../parts/button'
import { TextField } from '../settings/text-field'
import './keeping-fields.css'

interface KeepingFieldsProps {
  readonly page: HistoryPage
  readonly overview: HistoryOverview
}

type Patch = Parameters<HistoryPage['records']['keep']>[0]

export function KeepingFields({ page, overview }: KeepingFieldsProps) {
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
      <KeepTalks keeping={overview.keeping.keeping} save={choose} />
      <KeepSound overview={overview} save={choose} enter={enter} />
      <p className="keeping-folder">The history is in <code title={overview.folder} data-testid="history-folder">{overview.folder}</code></p>
    </>
  )
}

interface Saving {
  readonly save: (patch: Patch) => Promise<void>
}

function KeepTalks({ keeping, save }: Saving & { readonly keeping: Keeping }) {
  const [wanted, setWanted] = useState<Keeping | null>(null)
  const warning = wanted === null ? null : keepingWarning(keeping, wanted)
  const choose = (next: Keeping) => {
    setWanted(keepingWarning(keeping, next) === null ? null : next)
    if (keepingWarning(keeping, next) === null) void save({ keeping: next })
  }
  const confirm = () => {
    if (wanted !== null) void save({ keeping: wanted })
    setWanted(null)
  }
  return (
    <fieldset className="keeping">
      <legend>Keep conversations</legend>
      {KEEPING_WORDS.map(([each, words]) => (
        <label key={each} className="choice">
          <input type="radio" name="keeping" checked={(wanted ?? keeping) === each} onChange={() => choose(each)} data-testid={`keep-${each}`} />
          {words}
        </label>
      ))}
      {keeping === 'nothing' && wanted === null && <p className="field-hint">New conversations are not written down. What is here stays until you delete it.</p>}
      {warning !== null && (
        <div className="keeping-warning" role="alert" data-testid="keep-warning">
          <p>{warning}</p>
          <Button onClick={confirm} data-danger="strong" data-testid="keep-confirm">Delete and go on</Button>
          <Button onClick={() => setWanted(null)} data-testid="keep-cancel">Keep them</Button>
        </div>
      )}
    </fieldset>
  )
}

interface KeepSoundProps extends Saving {
  readonly overview: HistoryOverview
  readonly enter: (patch: Patch) => Promise<string | null>
}

function KeepSound({ overview, save, enter }: KeepSoundProps) {
  const { keepAudio, audioLimitMb } = overview.keeping
  const { audioBytes, audioFiles } = overview.stats
  return (
    <fieldset className="keeping">
      <legend>Sound</legend>
      <label className="choice">
        <input
          type="checkbox"
          checked={keepAudio}
          onChange={(event) => void save({ keepAudio: event.target.checked })}
          data-testid="keep-audio"
        />
        Keep the sound of what is said
      </label>
      {keepAudio && (
        <TextField
          name="keep-limit"
          label="At most, in MB"
          hint="The oldest sound is deleted when there is more."
          value={String(audioLimitMb)}
          maxLength={6}
          check={limitProblem}
          save={(text) => enter({ audioLimitMb: Number(text) })}
        />
      )}
      <p className="field-hint" data-testid="keep-used">{audioFiles === 0 ? 'No sound is kept.' : `${humanBytes(audioBytes)} in ${count(audioFiles, 'file')} are kept.`}</p>
    </fieldset>
  )
}

const limitProblem = (text: string): string | null =>
  /^\d+$/.test(text) && Number(text) >= 10 && Number(text) <= 100_000 ? null : 'Enter a number from 10 to 100000.'

import { useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { TalkApi } from '../../../../../shared/ipc/talk'
import { say } from '../../../../../shared/words/say'
import { Icon } from '../../parts/icon'
import { useToast } from '../../parts/layers/toasts'

const EXAMPLES = ['panel.example-cook', 'panel.example-explain', 'panel.example-say-no'] as const

/** Three questions that are asked by a click, as if they had been typed. */
export function Examples({ sendText }: Pick<TalkApi, 'sendText'>) {
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const ask = async (words: string) => {
    if (asking) return
    setAsking(true)
    const answer = await sendText(words).finally(() => setAsking(false))
    if (!answer.ok) toast(errorWords(answer.error.tag))
  }
  return (
    <>
      <h2 id="examples">{say('panel.examples')}</h2>
      <ul className="examples" aria-labelledby="examples">
        {EXAMPLES.map((key) => {
          const words = say(key)
          return (
            <li key={key}>
              <button type="button" className="example" onClick={() => void ask(words)} data-testid="example">
                {words}
                <Icon name="up-right" />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

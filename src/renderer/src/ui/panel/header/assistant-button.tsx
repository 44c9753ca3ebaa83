import type { ButtonHTMLAttributes, Ref } from 'react'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { nameOfVoice } from '../../../../../shared/providers/offers/voice-name'
import { Hinted } from '../../parts/controls/hint'
import { Icon } from '../../parts/icon'
import { troubleWords } from './trouble-words'
import './assistant-button.css'

interface AssistantButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly view: AssistantView
  readonly ref?: Ref<HTMLButtonElement>
}

/** Who answers. The echo test has neither model nor voice; a private conversation needs the room for its own sign. */
function assistantWords({ settings: { endpoint, model, voice }, private: isPrivate }: AssistantView): string {
  if (endpoint.kind === 'practice') return say('common.echo-test')
  return isPrivate ? nameOfVoice(voice) : say('common.facts', { first: model, second: nameOfVoice(voice) })
}

/** Opens its menu. A server is named where something is wrong with it, and nowhere else. */
export function AssistantButton({ view, ...rest }: AssistantButtonProps) {
  const trouble = troubleWords(view)
  return (
    <Hinted hint={trouble ?? ''} off={trouble === null}>
      <button type="button" className="assistant-button" data-testid="assistant" {...rest}>
        <b>{say('common.app')}</b>
        <bdi className="assistant-what">{assistantWords(view)}</bdi>
        {trouble !== null && <span className="assistant-trouble" data-testid="trouble"><span className="only-heard">{trouble}</span></span>}
        <Icon name="chevron-down" />
      </button>
    </Hinted>
  )
}

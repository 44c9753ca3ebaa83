import { itemId, type TurnId } from '../../../shared/ids'
import { createSystemText } from '../core/realtime/client-event'
import { typedQuestion } from '../input/brought-items'
import type { Submission } from '../turn-controller'
import type { EffectParts } from './effect-parts'

/** A question that comes whole takes the road of a turn. */
export function sendWhole(parts: EffectParts, turn: TurnId, what: Submission): void {
  const { audioInput, pendingText, post } = parts
  switch (what.kind) {
    case 'speech':
      post({ type: 'turnAsked', turn, by: 'draft' })
      return audioInput.load(turn, what.pcm, what.draft === null ? null : parts.drafts.sendsAgain(turn, what.draft))
    case 'again':
      return pendingText.repeat(turn)
    case 'announcement': {
      const item = itemId(parts.mint())
      return pendingText.submit(turn, item, createSystemText(item, what.text))
    }
    case 'text': {
      post({ type: 'turnAsked', turn, by: 'typed' })
      const { item, event } = typedQuestion(parts, what.text)
      return pendingText.submit(turn, item, event)
    }
  }
}

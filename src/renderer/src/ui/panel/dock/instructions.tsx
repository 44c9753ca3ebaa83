import type { ReactNode } from 'react'
import { type Hint, MOST_HINTS } from '../../../../../shared/settings/hints'
import { statusOf } from '../../../../../shared/status'
import type { AssistantView } from '../../../../../shared/view'
import { say, sayParts } from '../../../../../shared/words/say'
import { KeyCap } from '../../parts/card/key-cap'

export interface Instruction {
  readonly hint: Hint
  readonly parts: readonly ReactNode[]
}

/** What to do with an open microphone, or a shut one, for whoever has not read it often enough; everything else says it itself. */
export function instructionOf(view: AssistantView): Instruction | null {
  const hint = hintOf(view)
  return hint === null || view.settings.hintsSeen[hint] >= MOST_HINTS ? null : { hint, parts: partsOf(hint, view) }
}

function hintOf(view: AssistantView): Hint | null {
  const status = statusOf(view)
  if (view.mode === 'hands-free') return status === 'open' ? 'hands-free' : status === 'muted' ? 'muted' : null
  if (status !== 'opening' && status !== 'listening') return null
  return view.latched || view.talkKeyStyle === 'toggle' ? 'latch' : 'hold'
}

function partsOf(hint: Hint, { talkKeyLabel, talkKeyStyle }: AssistantView): readonly ReactNode[] {
  const key = <KeyCap words={talkKeyLabel} />
  const esc = <KeyCap words={say('common.key-esc')} />
  const byButton = talkKeyStyle === 'none'
  switch (hint) {
    case 'hold':
      return sayParts('state.hint-hold', { esc })
    case 'latch':
      return sayParts('state.hint-latch', { key, esc })
    case 'hands-free':
      return byButton ? [say('state.hint-hands-free-button')] : sayParts('state.hint-hands-free', { key })
    case 'muted':
      return byButton ? [say('state.hint-muted-button')] : sayParts('state.hint-muted', { key })
  }
}

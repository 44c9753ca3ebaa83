import type { ReactNode } from 'react'
import type { AssistantView } from '../../../../../shared/view'
import { say, sayParts } from '../../../../../shared/words/say'
import type { Words } from '../../../../../shared/words/words'
import { KeyCap } from '../../parts/card/key-cap'

/** What to do first. */
export function emptyTitle({ mode, talkKeyStyle, talkKeyLabel }: AssistantView): readonly ReactNode[] {
  if (mode === 'hands-free') return [say('panel.just-speak')]
  const key = <KeyCap words={talkKeyLabel} />
  switch (talkKeyStyle) {
    case 'hold':
      return sayParts('panel.hold-key', { key })
    case 'toggle':
      return sayParts('panel.press-key', { key })
    case 'none':
      return [say('panel.hold-button')]
  }
}

/** One sentence more: what is special here, else how the answer comes. */
export function emptyWords({ private: isPrivate, settings, mode, talkKeyStyle }: AssistantView): Words {
  const echoes = settings.endpoint.kind === 'practice'
  if (isPrivate) return say(echoes ? 'panel.private-echo' : 'panel.private-empty')
  if (echoes) return say('panel.echo-test-about')
  if (mode === 'hands-free') return say('panel.pause')
  return say(({ hold: 'panel.let-go', toggle: 'panel.press-again', none: 'panel.let-go-button' } as const)[talkKeyStyle])
}

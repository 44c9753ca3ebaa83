import { talksTo } from '../../../shared/onboarding'
import { sameJson } from '../../../shared/same-json'
import type { Settings } from '../../../shared/settings'
import type { Talk } from '../../talk/talk'
import type { SettingsReaction } from '../feature'

/** Only a new session can have them. */
const NEEDS_SESSION = ['model', 'voice', 'maxOutputTokens', 'reasoningEffort', 'truncation'] as const
/** What a running session can take. */
const NEEDS_UPDATE = ['instructions', 'vad', 'noiseReduction', 'speed', 'captionsOnly', 'transcriptionModel', 'transcriptionLanguage', 'transcriptionPrompt'] as const

export interface TalkSettingsParts {
  readonly talk: Pick<Talk, 'reconnect' | 'reconfigure'>
  /** Another server, before it is dialled. */
  readonly elsewhere: () => void
}

/** What a change asks of the running session: the most that any field needs, once. */
export const talkReaction = ({ talk, elsewhere }: TalkSettingsParts): SettingsReaction => ({
  part: ['endpoint', 'onboarding', ...NEEDS_SESSION, ...NEEDS_UPDATE],
  changed: (before, after) => {
    const differs = (fields: readonly (keyof Settings)[]) => fields.some((field) => !sameJson(before[field], after[field]))
    if (!sameJson(talksTo(before), talksTo(after))) {
      elsewhere()
      talk.reconnect('elsewhere')
    } else if (differs(NEEDS_SESSION)) talk.reconnect()
    else if (differs(NEEDS_UPDATE)) talk.reconfigure()
  },
})

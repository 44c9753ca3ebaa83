import { useState } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import { type VoiceApi, voiceClip } from '../../../../../shared/ipc/voices'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { playingCost } from '../../../words/offer-words'

const PREFIX = voiceClip('')

const playedIn = ({ playingClip }: Pick<AssistantView, 'playingClip'>): string | null => (playingClip?.startsWith(PREFIX) === true ? playingClip.slice(PREFIX.length) : null)

/** A voice on its way from the server to the ear, what that costs, and why it was not heard. */
export function useListening(view: Pick<AssistantView, 'voiceAsked' | 'playingClip' | 'settings'>, { playVoice, stopVoice }: VoiceApi) {
  const [problem, setProblem] = useState<string | null>(null)
  const { endpoint, model } = view.settings
  const play = async (voice: string) => {
    setProblem(null)
    const answer = await playVoice(voice)
    if (!answer.ok) setProblem(errorWords(answer.error.tag, { server: endpoint.kind === 'openai' ? 'openai' : 'other' }))
    else if (answer.value === 'busy' || answer.value === 'often') setProblem(say(`voices.${answer.value}`))
  }
  return {
    heard: view.voiceAsked ?? playedIn(view),
    play: (voice: string) => void play(voice),
    stop: stopVoice,
    foot: playingCost(endpoint, model),
    problem,
  }
}

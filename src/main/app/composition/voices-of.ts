import { conversationId } from '../../../shared/ids'
import { ok } from '../../../shared/result'
import { say } from '../../../shared/words/say'
import { nameOfVoice } from '../../../shared/providers/offers/voice-name'
import { reach } from '../../providers/reach'
import type { SpokenSample } from '../../providers/sample-session'
import { VoiceSampler } from '../../providers/voice-sampler'
import { tokenCounts } from '../../talk/core/realtime/response-usage'
import { createVoicesFeature } from '../../voices/voices-feature'
import type { AssistantParts } from '../assistant-types'
import type { Feature } from '../feature'
import type { Base } from './base'

/** Under this id stands what they cost. No conversation has it: nothing was said in one. */
const SAMPLES = conversationId('voice-samples')

/** Sentences of voices, by the server that the talk is with, and with its key. */
export function voicesOf({ transport, practice, ...parts }: AssistantParts, { world, clips, talking, secrets, notify }: Base): Feature {
  const sampler = new VoiceSampler(transport, world.timers)
  const count = ({ response, usage }: SpokenSample) => {
    if (response === null || usage === null) return
    void parts.history.saveUsage({ conversation: SAMPLES, response, at: parts.wallClock(), ...tokenCounts(usage) }).then((saved) => saved.ok || notify(saved.error))
  }
  return createVoicesFeature({
    ...world,
    clips,
    stopAsking: () => sampler.stop(),
    ask: async (voice) => {
      const settings = talking()
      const said = await sampler.ask(reach(settings, secrets, practice), { settings, voice, sentence: say('voices.sentence', { name: nameOfVoice(voice) }) })
      if (!said.ok || said.value === null) return said.ok ? ok(null) : said
      count(said.value)
      return ok(said.value.pcm)
    },
  })
}

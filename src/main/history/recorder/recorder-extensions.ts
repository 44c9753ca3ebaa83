import { responseId } from '../../../shared/ids'
import type { TalkExtension } from '../../talk/extension'
import type { Drafts } from '../drafts/drafts'
import type { AudioRecorder } from './audio-recorder'
import type { HistoryRecorder } from './history-recorder'

/** Every finished item is written down. */
const recorderExtension = (recorder: HistoryRecorder): TalkExtension => ({
  name: 'history',
  heard: (fact) => {
    if (fact.type === 'conversationChanged') recorder.note(fact.conversation.items)
  },
})

/** What each response cost. */
const usageExtension = (recorder: Pick<HistoryRecorder, 'usage'>, mint: () => string): TalkExtension => ({
  name: 'usage',
  heard: (fact) => {
    if (fact.type === 'responseDone') recorder.usage(fact.response.id ?? responseId(mint()), fact.response.usage)
  },
})

/** The sound of what was said and heard, where the person wants it kept. */
const keptSoundExtension = (audioRecorder: AudioRecorder): TalkExtension => ({
  name: 'kept sound',
  audio: { played: (item, pcm) => audioRecorder.piece(item, pcm) },
  heard: (fact) => {
    switch (fact.type) {
      case 'itemHeard':
        return audioRecorder.heard(fact.item, fact.samples)
      case 'questionDelivered':
        return audioRecorder.asked(fact.item, fact.speech)
      case 'conversationOpened':
        return audioRecorder.forget()
      default:
    }
  },
})

/** A draft that was sent once more goes when its answer begins. */
const draftsExtension = (drafts: Pick<Drafts, 'answered'>): TalkExtension => ({
  name: 'drafts',
  heard: (fact) => {
    if (fact.type === 'questionAnswered') void drafts.answered(fact.turn)
  },
})

export interface RecorderExtensionParts {
  readonly audioRecorder: AudioRecorder
  readonly recorder: HistoryRecorder
  readonly drafts: Pick<Drafts, 'answered'>
}

/** In the order in which they hear of the talk. */
export const recorderExtensions = ({ audioRecorder, recorder, drafts }: RecorderExtensionParts, mint: () => string): readonly TalkExtension[] => [
  keptSoundExtension(audioRecorder),
  usageExtension(recorder, mint),
  draftsExtension(drafts),
  recorderExtension(recorder),
]

import type { ConversationItem } from '../../../shared/conversation'
import type { ItemId } from '../../../shared/ids'
import { LONGEST_TURN_SAMPLES } from '../../../shared/longest-turn'
import { saidText, type RestorableItem } from '../core/conversation/said'
import { joinFrames } from '../../../shared/audio/join-frames'
import { encodePcm } from './pcm-encoder'
import type { Undelivered } from './input-socket'

/**
 * The sound of questions whose words are not known yet: a session that dies before the transcript comes takes the question with
 * it, and the next one would know an answer to nothing. In memory only, and only until the words are there;
 * all together no longer than a turn.
 */
export class QuestionSpeech {
  private readonly sounds = new Map<ItemId, Undelivered>()

  keep(item: ItemId, { frames, samples }: Undelivered): void {
    this.sounds.delete(item)
    this.sounds.set(item, { frames: [...frames], samples })
    let total = [...this.sounds.values()].reduce((sum, sound) => sum + sound.samples, 0)
    for (const [oldest, sound] of this.sounds) {
      if (total <= LONGEST_TURN_SAMPLES || oldest === item) break
      this.sounds.delete(oldest)
      total -= sound.samples
    }
  }

  /** The list changed: whose words have come, or who is gone, needs no sound. */
  evaluate(items: readonly ConversationItem[]): void {
    if (this.sounds.size === 0) return
    const waiting = new Set(items.flatMap((item) => (this.sounds.has(item.id) && (item.status === 'in-progress' || saidText(item) === '') ? [item.id] : [])))
    for (const item of this.sounds.keys()) if (!waiting.has(item)) this.sounds.delete(item)
  }

  /** The item as a session can be told of it. */
  withSound(item: ConversationItem): RestorableItem {
    const sound = this.sounds.get(item.id)
    return sound === undefined ? item : { ...item, speech: { samples: sound.samples, lastPart: (samples) => encodePcm(joinFrames(sound.frames, sound.samples).subarray(-samples)) } }
  }
}

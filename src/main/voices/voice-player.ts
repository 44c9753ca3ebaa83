import type { AppError } from '../../shared/errors/errors'
import { voiceClip, type VoicePlaying } from '../../shared/ipc/voices'
import { ok, type Result } from '../../shared/result'
import type { FeatureWorld } from '../app/feature'
import type { Clips } from '../talk/extension'

/** More than a person compares in a minute; as a way to spend somebody's money it is too slow to be of use. */
const PLAYED = { most: 12, withinMs: 60_000 }

export interface VoicePlayerParts extends Pick<FeatureWorld, 'changed' | 'turn' | 'timers'> {
  readonly clips: Clips & { readonly current: string | null }
  /** Has the chosen server say a sentence in this voice. Null: it was stopped. */
  readonly ask: (voice: string) => Promise<Result<Int16Array | null, AppError>>
  readonly stopAsking: () => void
}

/** The sentence of a voice, from the wish to its last sample; one at a time. The talk comes first. */
export class VoicePlayer {
  private wish: { readonly voice: string } | null = null
  private played: readonly number[] = []

  constructor(private readonly parts: VoicePlayerParts) {}

  /** What the server has been asked for, and has not said yet. */
  get asked(): string | null {
    return this.wish?.voice ?? null
  }

  async play(voice: string): Promise<Result<VoicePlaying, AppError>> {
    const { turn, ask, clips, changed } = this.parts
    if (turn().runs) return ok('busy')
    if (this.often()) return ok('often')
    this.stop()
    const wish = { voice }
    this.wish = wish
    changed()
    const said = await ask(voice)
    if (this.wish !== wish) return ok('stopped')
    this.wish = null
    changed()
    if (!said.ok) return said
    if (said.value === null || turn().runs) return ok('stopped')
    clips.play(voiceClip(voice), said.value)
    return ok('playing')
  }

  stop(): void {
    const { clips } = this.parts
    this.stopAsking()
    if (clips.current?.startsWith(voiceClip('')) === true) clips.stop()
  }

  stopAsking(): void {
    if (this.wish === null) return
    this.wish = null
    this.parts.stopAsking()
    this.parts.changed()
  }

  private often(): boolean {
    const now = this.parts.timers.now()
    this.played = this.played.filter((at) => now - at < PLAYED.withinMs)
    if (this.played.length >= PLAYED.most) return true
    this.played = [...this.played, now]
    return false
  }
}

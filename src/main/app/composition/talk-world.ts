import { KnownServers } from '../../providers/core/known-server'
import { reach } from '../../providers/reach'
import type { TalkWorld } from '../../talk/talk-types'
import type { AssistantParts } from '../assistant-types'
import type { Base } from './base'
import type { BelowTalk } from './below-talk'

/** What the talk stands on. */
export const talkWorld = (parts: AssistantParts, base: Base, { images, kept, sound, keyState }: BelowTalk, servers = new KnownServers()): TalkWorld => ({
  ...parts,
  server: () => servers.of(base.talking()),
  target: async () => {
    const found = await reach(base.talking(), base.secrets, parts.practice)
    base.post({ type: 'viewChanged' }) // now it is known where the key is
    return found
  },
  imageUrls: images.images.cache,
  settings: base.talking,
  notify: base.notify,
  devicesChanged: () => sound.around.evaluate(),
  previewFailed: (tag) => sound.preview.failed(tag),
  pressUnsure: () => keyState.unsure,
  clearNotice: () => {
    base.notices.clear()
    base.slips.clear()
  },
  connected: () => base.notices.connected(),
  viewChanged: () => base.post({ type: 'talkChanged' }),
  drafts: kept.drafts,
  clips: base.clips,
})

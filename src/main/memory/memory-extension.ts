import type { TalkExtension } from '../talk/extension'
import { restoredFacts } from './core/restored-facts'
import type { Memory } from './memory'

/** Each new session is told what is remembered, but for one of a private conversation. */
export const memoryExtension = (memory: Pick<Memory, 'isOn' | 'list'>, isPrivate: () => boolean): TalkExtension => ({
  name: 'memory',
  restore: () => {
    const text = memory.isOn() && !isPrivate() ? restoredFacts(memory.list()) : ''
    return text === '' ? [] : [{ text }]
  },
})

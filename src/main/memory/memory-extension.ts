import type { TalkExtension } from '../talk/extension'
import { toldFacts } from './core/told-facts'
import type { Memory } from './memory'

/** Each new session is told what is remembered, but for one of a private conversation. */
export const memoryExtension = (memory: Pick<Memory, 'isOn' | 'list'>, isPrivate: () => boolean): TalkExtension => ({
  name: 'memory',
  restore: () => {
    const text = memory.isOn() && !isPrivate() ? toldFacts(memory.list()) : ''
    return text === '' ? [] : [{ text }]
  },
})

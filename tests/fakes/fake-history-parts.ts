import type { AssistantParts } from '../../src/main/app/assistant-types'
import { FakeHistoryStore } from './fake-history-store'

type HistoryParts = Pick<AssistantParts, 'historyFolder' | 'copy' | 'files' | 'push' | 'historySinks' | 'wallClock' | 'mint'> & { readonly history: FakeHistoryStore }

/** A history in memory, a person who chooses no file, and ids that count. */
export function fakeHistoryParts(history: FakeHistoryStore = new FakeHistoryStore('new')): HistoryParts {
  let minted = 0
  return {
    history,
    historyFolder: 'history',
    push: () => undefined,
    copy: () => undefined,
    files: { saveAs: async () => null, open: async () => null, folder: async () => null },
    historySinks: { changed: () => undefined, job: () => undefined, playing: () => undefined },
    wallClock: Date.now,
    mint: () => {
      minted += 1
      return `id_${String(minted)}`
    },
  }
}

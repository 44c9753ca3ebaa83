import { FakeFolderWatch, FakeKnowledgeIndex } from './fake-knowledge-index'
import type { FeatureMachine } from '../../src/main/features'
import { FakeCards } from './fake-cards'
import { FakeNotifications } from './fake-notifications'
import { fakeServerMachine } from './fake-servers'

/** A machine without tools of its own: tests that want some bring them. */
export function fakeFeatureMachine(parts: Pick<FeatureMachine, 'records' | 'approveKey'>): FeatureMachine {
  const cards = new FakeCards()
  return {
    ...parts,
    index: new FakeKnowledgeIndex(),
    folderWatch: new FakeFolderWatch(),
    openFile: async () => true,
    standing: { home: '/home/me', own: '/home/me/.config/Parley' },
    places: cards,
    hand: cards,
    ownTools: () => [],
    servers: fakeServerMachine().machine,
    standardNotesFolder: () => '/documents/Parley notes',
    notifications: new FakeNotifications(),
    uptime: () => 0,
    zone: () => 'UTC',
  }
}

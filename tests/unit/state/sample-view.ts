import { type ConversationItem } from '../../../src/shared/conversation'
import { itemId } from '../../../src/shared/ids'
import { defaultSettings } from '../../../src/shared/settings'
import { NO_REMINDERS } from '../../../src/shared/reminders'
import type { AssistantView } from '../../../src/shared/view'

/** An idle Parley in Practice, connected; tests change what they are about. */
export const sampleView = (change: Partial<AssistantView> = {}): AssistantView => ({
  phase: 'idle',
  mode: 'hold',
  switching: false,
  muted: false,
  hearing: false,
  latched: false,
  turnEndsInMs: null,
  undoMs: null,
  connection: { state: 'ready' },
  waitingMs: null,
  kept: [],
  endpointName: 'Practice',
  secret: 'not-needed',
  talkKeyStyle: 'hold',
  talkKeyLabel: 'Right Ctrl',
  modeKeyLabel: 'Ctrl+Alt+H',
  approveKeyLabel: 'Ctrl+Alt+Enter',
  panelKeyLabel: '',
  standardKeys: { talk: null, mode: null, approve: null, panel: null },
  notice: null,
  slip: null,
  private: false,
  traced: null,
  attachments: [],
  voiceAsked: null,
  unheard: [],
  playingClip: null,
  microphonePreview: 'off',
  canLowerOthers: null,
  tools: { choice: 'off', card: null, behind: 0, running: [], undo: null },
  mcp: { question: null },
  reminders: NO_REMINDERS,
  settings: defaultSettings('linux'),
  ...change,
})

export const sampleItem = (id: string, change: Partial<ConversationItem> = {}): ConversationItem => ({
  id: itemId(id),
  role: 'assistant',
  kind: 'speech',
  text: id,
  status: 'done',
  heardChars: null,
  audioMs: null,
  ...change,
})

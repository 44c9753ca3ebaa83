import type { AssistantView } from '../../../shared/view'

type OwnPart = 'phase' | 'mode' | 'switching' | 'muted' | 'hearing' | 'undoMs' | 'connection' | 'waitingMs' | 'turnEndsInMs' | 'endpointName' | 'secret' | 'notice' | 'slip' | 'traced' | 'playingClip' | 'settings'

/** What is shown of features that are not there. */
export const WITHOUT_FEATURES: Omit<AssistantView, OwnPart> = {
  latched: false,
  talkKeyStyle: 'none',
  talkKeyLabel: '',
  modeKeyLabel: '',
  approveKeyLabel: '',
  panelKeyLabel: '',
  standardKeys: { talk: null, mode: null, approve: null, panel: null },
  private: false,
  kept: [],
  attachments: [],
  voiceAsked: null,
  unheard: [],
  microphonePreview: 'off',
  canLowerOthers: null,
  tools: { choice: 'off', card: null, behind: 0, running: [], undo: null },
  mcp: { question: null },
  reminders: { ringing: [], waiting: 0 },
}

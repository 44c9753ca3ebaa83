import type { AppApi } from '../app'
import type { HotkeyApi } from '../hotkeys'
import type { ImageApi } from '../images'
import type { PassageApi } from '../knowledge'
import type { ServerQuestionApi } from '../mcp'
import type { LinkApi } from '../links'
import type { MessageApi } from '../messages'
import type { PracticeApi, ServerApi } from '../servers'
import type { ReminderApi } from '../reminders'
import type { FirstStepsApi, PanelSettingsApi } from '../settings'
import type { SoundApi } from '../sound'
import type { TalkApi } from '../talk'
import type { ToolApi } from '../tools'
import type { PanelWindowApi } from '../windows'

/**
 * `window.assistant`: all the panel can say to main. Every `onX` returns its unsubscribe. What sets more than `PanelPatch`, and what
 * names a server, answers only while the first steps are shown.
 */
export interface AssistantApi
  extends AppApi,
    TalkApi,
    ImageApi,
    HotkeyApi,
    MessageApi,
    FirstStepsApi,
    PanelSettingsApi,
    ServerApi,
    PracticeApi,
    SoundApi,
    ToolApi,
    ReminderApi,
    ServerQuestionApi,
    PassageApi,
    LinkApi,
    PanelWindowApi {}

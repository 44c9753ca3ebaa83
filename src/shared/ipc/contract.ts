import type { z } from 'zod'
import type { AppError } from '../errors/errors'
import type { Result } from '../result'
import { type ActionAnswers, ActionAsks } from './actions'
import { type AppAnswers, AppAsks, type AppPushes, AppTells } from './app'
import { type HistoryAnswers, HistoryAsks, type HistoryPushes } from './history'
import { type HotkeyAnswers, HotkeyAsks, type HotkeyPushes } from './hotkeys'
import { type ImageAnswers, ImageAsks, type ImagePushes, ImageTells } from './images'
import { type KnowledgeAnswers, KnowledgeAsks, type KnowledgePushes } from './knowledge'
import { type LinkAnswers, LinkAsks } from './links'
import { type McpAnswers, McpAsks, type McpPushes } from './mcp'
import { type MemoryAnswers, MemoryAsks } from './memory'
import { type MessageAnswers, MessageAsks, MessageTells } from './messages'
import { ReminderTells } from './reminders'
import { type ServerAnswers, ServerAsks, ServerTells } from './servers'
import { type SettingsAnswers, SettingsAsks, type SettingsPushes } from './settings'
import { type SoundPushes, SoundTells } from './sound'
import { type TalkAnswers, TalkAsks, TalkTells } from './talk'
import { type ToolAnswers, ToolAsks, type ToolPushes, ToolTells } from './tools'
import { type VoiceAnswers, VoiceAsks, VoiceTells } from './voices'
import { type WindowAnswers, WindowAsks, type WindowPushes, WindowTells } from './windows'

/** Ask (renderer → main, with an answer). */
export const Asks = { ...AppAsks, ...TalkAsks, ...ImageAsks, ...HotkeyAsks, ...ServerAsks, ...SettingsAsks, ...MessageAsks, ...WindowAsks, ...HistoryAsks, ...ToolAsks, ...ActionAsks, ...MemoryAsks, ...McpAsks, ...KnowledgeAsks, ...LinkAsks, ...VoiceAsks } as const

/** Answers, by channel; each arrives inside a Result. */
type Answers = AppAnswers & TalkAnswers & ImageAnswers & HotkeyAnswers & ServerAnswers & SettingsAnswers & MessageAnswers & WindowAnswers & HistoryAnswers & ToolAnswers & ActionAnswers & MemoryAnswers & McpAnswers & KnowledgeAnswers & LinkAnswers & VoiceAnswers

/** Tell (renderer → main, without an answer). */
export const Tells = { ...AppTells, ...TalkTells, ...ImageTells, ...ServerTells, ...MessageTells, ...SoundTells, ...WindowTells, ...ToolTells, ...ReminderTells, ...VoiceTells } as const

/** Push (main → renderer). */
export type PushMessages = AppPushes & ImagePushes & HotkeyPushes & SettingsPushes & SoundPushes & WindowPushes & HistoryPushes & McpPushes & ToolPushes & KnowledgePushes

export type InvokeChannel = keyof typeof Asks
export type SendChannel = keyof typeof Tells
export type PushChannel = keyof PushMessages
export type InvokeArgs<C extends InvokeChannel> = z.infer<(typeof Asks)[C]['args']>
export type SendArgs<C extends SendChannel> = z.infer<(typeof Tells)[C]['args']>
export type InvokeAnswer<C extends InvokeChannel> = Result<Answers[C], AppError>

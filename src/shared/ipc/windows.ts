import { z } from 'zod'
import { DipSchema } from '../settings'
import type { AssistantView } from '../view'
import { type Answered, channel, type Unsubscribe } from './channel'
import { type SettingsSection, SettingsSectionSchema } from './settings'

export const WindowAsks = {
  'indicator:get': channel(z.tuple([]), 'indicator'),
} as const

export interface WindowAnswers {
  'indicator:get': IndicatorView
}

const MoveSchema = z.object({ dx: DipSchema, dy: DipSchema, done: z.boolean() })

export const WindowTells = {
  'panel:show': channel(z.tuple([]), 'settings', 'indicator'),
  'panel:hide': channel(z.tuple([]), 'panel'),
  'history:open': channel(z.tuple([]), 'panel', 'settings'),
  'settings:open': channel(z.tuple([SettingsSectionSchema.nullable()]), 'panel'),
  /** The indicator is dragged by so many DIP. `done`: let go, so this is its place. */
  'indicator:move': channel(z.tuple([MoveSchema]), 'indicator'),
  /** The pointer is on it, or has left it: it makes room for its buttons. */
  'indicator:point': channel(z.tuple([z.boolean()]), 'indicator'),
} as const

/** All that the floating indicator is told. */
export interface IndicatorView {
  readonly view: AssistantView
  /** The last words of what is being said or heard, with their marks; empty when nothing is. */
  readonly tail: string
}

export interface WindowPushes {
  indicator: IndicatorView
  /** Whether the panel is on the screen: its page, which must not sleep, is not told by the browser. */
  'panel:seen': boolean
}

export interface ShowPanelApi {
  showPanel(): void
}

export interface OpenHistoryApi {
  openHistory(): void
}

export interface PanelWindowApi extends OpenHistoryApi {
  hidePanel(): void
  /** Null: where it was left. */
  openSettings(section: SettingsSection | null): void
  /** Whether the window is on the screen, when its page loads and at every change. */
  onSeen(listener: (seen: boolean) => void): Unsubscribe
}

/** `window.indicator` beside what it shares with others. */
export interface BubbleApi {
  getView(): Answered<IndicatorView>
  onView(listener: (view: IndicatorView) => void): Unsubscribe
  /** Since the last call. */
  move(by: Move): void
  point(pointed: boolean): void
}

export type Move = Readonly<z.infer<typeof MoveSchema>>

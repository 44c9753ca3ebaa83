import type { Settings } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'
import type { IpcDoor } from './ipc-door'

/** What a change of some settings means to the feature that owns them. */
export interface SettingsReaction {
  /** Heard when one of these is different; `all`: at every change. */
  readonly part: readonly (keyof Settings)[] | 'all'
  changed(before: Settings, after: Settings): void
}

/** What a feature adds to the application. Its part of the running talk is its `TalkExtension`. */
export interface Feature<V extends keyof AssistantView = never> {
  readonly settings?: readonly SettingsReaction[]
  /** Its part of the view, published with the rest. */
  readonly view: () => Pick<AssistantView, V>
  /** Its pages' methods; who may call them stands in its contract. */
  routes?(door: IpcDoor, showPanel: () => void): void
  start?(): Promise<void> | void
  stop?(): Promise<unknown> | void
}

import type { AppError } from '../../shared/errors/errors'
import type { PageName } from '../../shared/ipc/channel'
import type { Result } from '../../shared/result'
import type { Settings } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'
import type { TalkExtension } from '../talk/extension'
import type { Talk } from '../talk/talk-types'
import type { ToolSource } from '../tools/core/tool'
import type { MenuPart } from './feature-menu'
import type { FeatureWorld } from './feature-world'
import type { IpcDoor } from './ipc-door'

export type { FeatureWorld, Talk }

/** What a change of some settings means to the feature that owns them. */
export interface SettingsReaction {
  /** Heard when one of these is different; `all`: at every change. */
  readonly part: readonly (keyof Settings)[] | 'all'
  changed(before: Settings, after: Settings): void
}

/** Something of a feature is open that an Escape closes before it ends anything of the talk, such as a question to the person. */
export interface EscapeFirst {
  readonly isWanted: () => boolean
  readonly take: () => void
}

/** What a feature adds to the application. Every member is optional; all are called in the order of the list. */
export interface Feature {
  /** Its parts of the running talk. They are there before the talk is. */
  readonly extensions?: readonly TalkExtension[]
  readonly settings?: readonly SettingsReaction[]
  /** Its part of the view, published with the rest. */
  readonly view?: () => Partial<AssistantView>
  /** What the model may call of it: the tools take them from all that joined before them. */
  readonly toolSources?: readonly ToolSource[]
  /** Its part of the tray's menu, read again with every view. */
  menu?(): readonly MenuPart[]
  /** Its pages' methods; who may call them stands in its contract. */
  routes?(door: IpcDoor, showPanel: () => void): void
  readonly escape?: EscapeFirst
  /** A page is gone, and had no time to say what it does not need any more. */
  pageClosed?(page: PageName): void
  /** The machine has slept: time has passed without us. */
  resumed?(): void
  /** "Delete everything" has taken what the history stored; what is in memory goes, too, and what the feature stores itself. Waited for. */
  everythingRemoved?(): Promise<Result<unknown, AppError>> | void
  /** Behind this, keys and answers come. */
  start?(talk: Talk): Promise<void> | void
  stop?(): Promise<unknown> | void
  /** All features have stopped: nobody asks anything of it any more. */
  close?(): Promise<unknown> | void
}

/** A feature whose part of the view is always there. */
export interface ShowingFeature<V extends keyof AssistantView> extends Feature {
  readonly view: () => Pick<AssistantView, V>
}

/** How a feature joins: by the world of features, and by those that joined before it. */
export type JoinFeature = (world: FeatureWorld, before: readonly Feature[]) => Feature

import type { AssistantView, ItemsPatch } from '../shared/view'
import type { AssistantParts } from './app/assistant-types'
import type { PushToPage } from './app/ipc-door'
import type { PostFact } from './platform/fact-queue'
import { talksTo } from '../shared/onboarding'
import type { PracticeHost } from './practice/server/host'
import type { Push } from './ipc/push'
import type { KeyRecordingPlace } from './windows/key-recording'
import { applyTheme } from './windows/look'
import type { PanelWindow } from './windows/panel/panel-window'
import type { Show } from './windows/show'
import type { TrayHandle } from './windows/menus/tray'

/** What there is to show, told before there are windows. */
export type ShownFact =
  | { readonly type: 'viewChanged'; readonly view: AssistantView }
  | { readonly type: 'itemsChanged'; readonly patch: ItemsPatch }
  /** While a key is recorded: what is down now. */
  | { readonly type: 'keysHeld'; readonly labels: readonly string[] }
  /** Its key was pressed: to be opened, or put away where it has the focus. */
  | { readonly type: 'panelAsked' }

/** What the assistant posts, and what it pushes to its pages. */
export const shownBy = (post: PostFact<ShownFact>, push: { readonly panel: Push; readonly to: PushToPage }): Pick<AssistantParts, 'historySinks' | 'panelAsked' | 'keysHeld' | 'keyTried' | 'push' | 'sinks'> => ({
  historySinks: {
    changed: (change) => push.to('history', 'history:changed', change),
    job: (job) => push.to('history', 'history:job', job),
    playing: (playing) => push.to('history', 'history:playing', playing),
  },
  panelAsked: () => post({ type: 'panelAsked' }),
  keysHeld: (labels) => post({ type: 'keysHeld', labels }),
  keyTried: (now) => push.panel('key:tried', now),
  push: push.to,
  sinks: {
    view: (view) => post({ type: 'viewChanged', view }),
    items: (patch) => post({ type: 'itemsChanged', patch }),
  },
})

export interface ShowingParts {
  readonly push: Push
  readonly show: Show
  readonly tray: TrayHandle
  readonly recordingPlace: KeyRecordingPlace
  readonly practice: Pick<PracticeHost, 'chosen'>
  readonly applyZoom: (settings: AssistantView['settings']) => void
  readonly windows: { readonly panel: Pick<PanelWindow, 'toggle' | 'keepOnTop'> }
}

/** Where each of them is seen. */
export function showing(parts: ShowingParts): (fact: ShownFact) => void {
  const { push, show } = parts
  return (fact) => {
    switch (fact.type) {
      case 'viewChanged':
        return viewChanged(parts, fact.view)
      case 'itemsChanged':
        push('items', fact.patch)
        return show.itemsChanged()
      case 'keysHeld':
        return keysHeld(parts, fact.labels)
      case 'panelAsked':
        return parts.windows.panel.toggle()
    }
  }
}

function viewChanged({ push, show, tray, practice, applyZoom, windows }: ShowingParts, view: AssistantView): void {
  push('view', view)
  show.viewChanged(view)
  practice.chosen(talksTo(view.settings).kind === 'practice')
  applyTheme(view.settings)
  applyZoom(view.settings)
  windows.panel.keepOnTop(view.settings.keepOnTop)
  tray.show(view)
}

function keysHeld({ push, show, recordingPlace }: ShowingParts, labels: readonly string[]): void {
  if (recordingPlace.page === 'panel') push('hotkey:held', labels)
  if (recordingPlace.page === 'settings') show.keysHeld(labels)
}

import { assistantOf } from '../../src/main/app/assistant'
import type { AssistantParts } from '../../src/main/app/assistant-types'
import { compose } from '../../src/main/app/composition/compose'
import { FEATURES } from '../../src/main/app/composition/features'
import type { JoinFeature } from '../../src/main/app/feature'

/** The whole main side but Electron, with what the routes of its features lead to. */
export function wholeApp(parts: AssistantParts, join: readonly JoinFeature[] = FEATURES) {
  const app = compose(parts, join)
  const assistant = assistantOf(parts, app)
  const { attachments } = app.images.images
  const { actions, messageActions } = app.history
  return {
    ...assistant,
    actions,
    messageActions,
    servers: app.onboarding.first.servers,
    attachImage: (name: string, bytes: Uint8Array) => attachments.add(name, bytes),
    dismissNotice: (id: number) => app.notices.dismiss(id),
    previewMicrophone: (on: boolean) => app.sound.preview.set(on),
    /** In the order in which the talk asks them. */
    extensions: app.extensions.map(({ name }) => name),
    settingsClosed: () => assistant.pageClosed('settings'),
  }
}

import { assistantOf } from '../../src/main/app/assistant'
import type { AssistantParts } from '../../src/main/app/assistant-types'
import { compose } from '../../src/main/app/composition/compose'
import type { JoinFeature } from '../../src/main/app/feature'
import { type FeatureMachine, featuresOn } from '../../src/main/features'
import { fakeFeatureMachine } from './fake-feature-machine'

export type WholeParts = AssistantParts & { readonly history: FeatureMachine['records'] }

/** The features as they ship, on a machine that is played. */
export const shippedFeatures = ({ history: records, hotkeys: approveKey }: WholeParts): readonly JoinFeature[] => featuresOn(fakeFeatureMachine({ records, approveKey }))

/** The same for a model that has nothing to call. */
export const featuresWithoutTools = (parts: WholeParts): readonly JoinFeature[] =>
  shippedFeatures(parts).map((join): JoinFeature => (world, before) => ({ ...join(world, before), toolSources: [] }))

/** The whole main side but Electron, with what the routes of its features lead to. `more` join before what ships. */
export function wholeApp(parts: WholeParts, more: readonly JoinFeature[] = [], shipped = featuresWithoutTools) {
  const app = compose(parts, [...more, ...shipped(parts)])
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

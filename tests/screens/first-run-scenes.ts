import { OnboardingSchema } from '../../src/shared/settings'
import { change, type Scene } from './stage'

const steps: readonly Scene[] = OnboardingSchema.options
  .filter((step) => step !== 'done')
  .map((step) => ({
    name: `first-run-${step}`,
    prepare: async (stage) => {
      await change(stage, { onboarding: step })
      await stage.app.page.locator(`[data-testid="first-run"][data-step="${step}"]`).waitFor()
      return stage.app.page
    },
    undo: (stage) => change(stage, { onboarding: 'done' }),
  }))

/** With what this card has to be told. */
const openAi: Scene = {
  name: 'first-run-open-ai',
  prepare: async (stage) => {
    await change(stage, { onboarding: 'server' })
    await stage.app.page.getByTestId('server-openai').click()
    return stage.app.page
  },
  undo: (stage) => change(stage, { onboarding: 'done' }),
}

export const FIRST_RUN_SCENES: readonly Scene[] = [...steps, openAi]

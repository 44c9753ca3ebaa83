import { OnboardingSchema } from '../../src/shared/settings'
import { change, type Scene } from './stage'

export const FIRST_RUN_SCENES: readonly Scene[] = OnboardingSchema.options
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

import { type Endpoint, FIRST_STEPS, type FirstStep, type Onboarding, type Settings } from './settings'

export const stepAfter = (step: FirstStep): Onboarding => FIRST_STEPS[FIRST_STEPS.indexOf(step) + 1] ?? 'done'

/** Null: it is the first. */
export const stepBefore = (step: FirstStep): FirstStep | null => FIRST_STEPS[FIRST_STEPS.indexOf(step) - 1] ?? null

/** Whoever was chosen; but the microphone is tried with the practice endpoint, which plays back and costs nothing. */
export const talksTo = ({ endpoint, onboarding }: Pick<Settings, 'endpoint' | 'onboarding'>): Endpoint =>
  onboarding === 'microphone' ? { kind: 'practice' } : endpoint

/** The settings as talks have them. */
export const talkSettings = (settings: Settings): Settings => ({ ...settings, endpoint: talksTo(settings) })

import { z } from 'zod'

/** The steps a newcomer is led through, in order. */
export const FIRST_STEPS = ['welcome', 'server', 'microphone', 'key', 'talk'] as const
/** Where the person is in them; kept, so that closing the app half-way loses nothing. */
export const OnboardingSchema = z.enum([...FIRST_STEPS, 'done'])

const fields = { onboarding: OnboardingSchema }

export const onboardingSettings = { fields, settingsPage: fields, firstSteps: fields, historyPage: {}, defaults: () => ({ onboarding: 'welcome' as const }) }

export type FirstStep = (typeof FIRST_STEPS)[number]
export type Onboarding = z.infer<typeof OnboardingSchema>

import { useState } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { Onboarding } from '../../../../shared/settings'

interface FirstStepPlace {
  readonly step: Onboarding
  readonly go: (step: Onboarding) => void
}

/** Where the person is, as the settings keep it. A disk that refuses to keep it must not hold them up. */
export function useFirstStep(kept: Onboarding, assistant: Pick<AssistantApi, 'updateSettings'>): FirstStepPlace {
  const [unkept, setUnkept] = useState({ kept, step: kept })
  const go = async (step: Onboarding) => {
    const answer = await assistant.updateSettings({ onboarding: step })
    if (!answer.ok) setUnkept({ kept, step })
  }
  return { step: unkept.kept === kept ? unkept.step : kept, go: (step) => void go(step) }
}

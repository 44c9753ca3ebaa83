import { errorWords } from '../../../../../shared/errors/error-words'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { SettingsPatch } from '../../../../../shared/settings'

/** Resolves to null when it is kept, else to the sentence that says why not. */
export type Save = (patch: SettingsPatch) => Promise<string | null>

export const saveWith = (assistant: Pick<AssistantApi, 'updateSettings'>): Save => async (patch) => {
  const answer = await assistant.updateSettings(patch)
  return answer.ok ? null : errorWords(answer.error.tag)
}

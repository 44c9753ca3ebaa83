import type { AssistantApi } from '../../shared/ipc/apis/assistant-api'

declare global {
  interface Window {
    readonly assistant: AssistantApi
  }
}

/** What the preload put into the page; everybody else gets it by parameter. */
export const assistant: AssistantApi = window.assistant

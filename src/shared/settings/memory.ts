import { z } from 'zod'

/** Whether anything is remembered, and told to new sessions. What is remembered already stays. */
const fields = { remembering: z.boolean() }

export const memorySettings = { fields, settingsPage: fields, firstSteps: {}, historyPage: {}, defaults: () => ({ remembering: true }) }

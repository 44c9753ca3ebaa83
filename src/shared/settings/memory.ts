import { z } from 'zod'

/** Whether anything is remembered, and told to new sessions. What is remembered already stays. */
const fields = { remembering: z.boolean() }

/** Switched on the page that lists it. */
export const memorySettings = { fields, settingsPage: {}, firstSteps: {}, historyPage: {}, defaults: () => ({ remembering: true }) }

import { z } from 'zod'

const MAX_PATH_CHARS = 4_096

/** Every one of these opens a way in or out, so main alone writes them: folders come from the system's dialog. */
const fields = {
  knowledgeFolders: z.array(z.object({ id: z.string().min(1).max(64), path: z.string().min(1).max(MAX_PATH_CHARS) })).max(32),
  /** Nothing is read while it is; what was read is found. */
  knowledgePaused: z.boolean(),
  /** Null: words only, and nothing leaves this computer. */
  embedder: z
    .object({
      url: z.url({ protocol: /^https?$/ }).max(2_048),
      model: z.string().min(1).max(200),
      dimensions: z.number().int().min(8).max(8_192).nullable(),
      queryPrefix: z.string().max(200),
      passagePrefix: z.string().max(200),
    })
    .nullable(),
}

export const knowledgeSettings = { fields, settingsPage: {}, firstSteps: {}, historyPage: {}, defaults: () => ({ knowledgeFolders: [], knowledgePaused: false, embedder: null }) }

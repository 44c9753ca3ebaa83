import { z } from 'zod'
import { type Answered, channel } from './channel'

/** A link in an answer. Main shows the whole address and asks before it opens anything. */
export const LinkAsks = {
  'link:open': channel(z.tuple([z.string().min(1).max(2_000)]), 'panel', 'history'),
} as const

/** `refused`: not an address of the web or of a mail. `asked-lately`: the person has just said no. */
export type LinkOpening = 'opened' | 'declined' | 'asked-lately' | 'refused' | 'failed'

export interface LinkAnswers {
  'link:open': LinkOpening
}

export interface LinkApi {
  openLink(address: string): Answered<LinkOpening>
}

import type { ConversationSummary, ResponseUsage } from '../../../shared/history'
import type { ItemWrite } from './ports'

/** A conversation as it is exported, without its items. */
export interface ExportedConversation extends ConversationSummary {
  readonly usage: readonly ResponseUsage[]
}

/** How an export is written, piece by piece in the order of these functions: no format needs more than one item in memory. */
export interface Layout {
  readonly carriesImages: boolean
  /** `at`: when it is exported. */
  begin(at: number): string
  /** `index`: how many conversations stand before it. */
  conversation(conversation: ExportedConversation, index: number): string
  /** `index`: how many items of the conversation stand before it. `images`: its own, as base64, null where one is lost; for a layout that `carriesImages`. */
  item(write: ItemWrite, index: number, images: readonly (string | null)[]): string
  endConversation(conversation: ExportedConversation): string
  end(): string
}

import { conversationId, itemId, type ItemId } from '../../shared/ids'
import type { PassageOpening } from '../../shared/ipc/knowledge'
import type { GivenPassage } from '../../shared/knowledge/passages'
import type { Talk } from '../app/feature'
import { kindOf } from './core/file-kind'
import type { KnowledgePagesWorld } from './pages-world'

type World = Pick<KnowledgePagesWorld, 'index' | 'records' | 'openFile'>

const shownBy = (talk: Talk | null, call: ItemId): readonly GivenPassage[] => talk?.conversation.current.items.find(({ id }) => id === call)?.tool?.account?.passages ?? []

/**
 * Opens what a call gave to the model, by what is written down of that call: a page names no path. Where the file is, is looked up anew, inside
 * of a folder that is chosen now; an import may have brought a call that never was, so it must also be of a kind that is read.
 */
export async function openPassage(world: World, talk: Talk | null, { conversation, call, cite }: { readonly conversation: string | null; readonly call: string; readonly cite: string }): Promise<PassageOpening> {
  const given = conversation === null ? shownBy(talk, itemId(call)) : await world.records.givenPassages(conversationId(conversation), itemId(call))
  const passages = 'ok' in given ? (given.ok ? given.value : []) : given
  const passage = passages.find((each) => each.cite === cite)
  if (passage === undefined || kindOf(passage.file) === null || kindOf(passage.path) === null) return 'gone'
  const located = await world.index.locate(passage.folder, passage.path)
  if (!located.ok) return 'failed'
  if (located.value === null) return 'gone'
  return (await world.openFile(located.value)) ? 'opened' : 'failed'
}

import type { ResponseUsage } from '../../../shared/history'
import type { ItemWrite } from './ports'
import type { ExportedConversation, Layout } from './export-layout'

/** What docs/history-format.md describes and import-schema.ts reads. One line an item, so that two exports can be compared. */
export const EXPORT_FORMAT = 'parley-history'
export const EXPORT_VERSION = 1

export const NOT_OURS = 'This is not a history that Parley exported.'

const iso = (at: number): string => new Date(at).toISOString()

const comma = (index: number): string => (index === 0 ? '' : ',')

const usageOf = ({ response, at, inputTokens, cachedTokens, outputTokens, inputAudioTokens, outputAudioTokens }: ResponseUsage) => ({
  response, at: iso(at), inputTokens, cachedTokens, outputTokens, inputAudioTokens, outputAudioTokens,
})

const headOf = ({ id, title, titled, pinned, startedAt, updatedAt, endpointName, usage }: ExportedConversation) => ({
  id, title, titled, pinned, startedAt: iso(startedAt), updatedAt: iso(updatedAt), endpoint: endpointName, usage: usage.map(usageOf),
})

const itemOf = ({ position, item: { id, role, kind, status, createdAt, text, heardChars, ended, audioMs, tool } }: ItemWrite) => ({
  id, position, role, kind, status, createdAt: iso(createdAt), text, heardChars, audioMs, ...(ended === undefined ? {} : { ended }), ...(tool === undefined ? {} : { tool }),
})

export const jsonLayout: Layout = {
  carriesImages: true,
  begin: (at) => `{"format":"${EXPORT_FORMAT}","version":${String(EXPORT_VERSION)},"exportedAt":"${iso(at)}","conversations":[`,
  conversation: (conversation, index) => `${comma(index)}\n${JSON.stringify(headOf(conversation)).slice(0, -1)},"items":[`,
  item: (write, index, images) => `${comma(index)}\n${JSON.stringify({ ...itemOf(write), ...imagesOf(write, images) })}`,
  endConversation: () => '\n]}',
  end: () => '\n]}\n',
}

function imagesOf({ item: { images = [] } }: ItemWrite, files: readonly (string | null)[]) {
  const carried = images.flatMap(({ type, width, height }, index) => {
    const data = files[index] ?? null
    return data === null ? [] : [{ type, width, height, data }]
  })
  return carried.length === 0 ? {} : { images: carried }
}

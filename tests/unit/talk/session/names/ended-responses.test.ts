import { expect, test } from 'vitest'
import { parseServerEvent } from '../../../../../src/main/talk/core/realtime/server-event'
import { SessionNames } from '../../../../../src/main/talk/session/names/session-names'

/** A session whose ids of ours are own-1, own-2, … */
function session() {
  let minted = 0
  const names = new SessionNames(() => `own-${String((minted += 1))}`)
  const hear = (raw: Readonly<Record<string, unknown>>) => {
    const parsed = parseServerEvent(JSON.stringify(raw))
    if (parsed.kind !== 'known') throw new Error(`not an event: ${JSON.stringify(raw)}`)
    return names.incoming(parsed.event)
  }
  const sounds = (response: string | null, id: string) => {
    const event = hear({ type: 'response.output_audio.delta', item_id: id, delta: 'AAAA', ...(response === null ? {} : { response_id: response }) })
    return event.type === 'response.output_audio.delta' ? event.item : null
  }
  /** What ends with the response, which lists nothing. */
  const ends = (response: string) => {
    const event = hear({ type: 'response.done', response: { id: response, status: 'completed', output: [] } })
    return event.type === 'response.done' ? event.response.output.map(({ id }) => id) : []
  }
  return { sounds, ends }
}

test('the end of a response lists what it consisted of, also where the server does not, and nothing of another', () => {
  const { sounds, ends } = session()
  const first = [sounds('r1', 'a1'), sounds('r1', 'b1')]
  const second = sounds('r2', 'a2')
  expect([ends('r1'), ends('r1'), ends('r2')]).toEqual([first, [], [second]])
})

test('an end that is told twice does not end what has begun since without a name', () => {
  const { sounds, ends } = session()
  const first = sounds(null, 'a1')
  const before = ends('r1')
  const second = sounds(null, 'a2')
  expect([before, ends('r1'), ends('r2')]).toEqual([[first], [], [second]])
})

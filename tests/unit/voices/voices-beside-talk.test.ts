import { expect, test } from 'vitest'
import type { SendChannel } from '../../../src/shared/ipc/contract'
import { ok, type Result } from '../../../src/shared/result'
import { encodePcm } from '../../../src/main/talk/input/pcm-encoder'
import { settled, talkingWorld, type TalkingWorld } from '../talk/talking-world'

/** What the settings page can ask for. */
function pageOf({ sut }: TalkingWorld) {
  const [asks, tells] = [new Map<string, (voice: string) => Promise<Result<string, unknown>>>(), new Map<string, () => void>()]
  sut.routes({ handle: (channel, answer) => void asks.set(channel, answer as never), on: (channel: SendChannel, receive: unknown) => void tells.set(channel, receive as never) }, () => undefined)
  return { play: (voice: string) => asks.get('voice:play')?.(voice), stop: () => tells.get('voice:stop')?.() }
}

/** Asked of a socket beside that of the talk. */
async function asking(world: TalkingWorld) {
  const [conversation] = world.transport.sockets
  const played = pageOf(world).play('cedar')
  await settled()
  const { last } = world.transport
  const say = (type: string, fields: object = {}) => last.say({ type, ...fields })
  say('session.created', { session: {} })
  say('session.updated', { session: {} })
  say('response.output_audio.delta', { response_id: 'v', item_id: 'i', delta: encodePcm(new Int16Array(480).fill(3)) })
  return { conversation, last, played, end: () => say('response.done', { response: { id: 'v', status: 'completed', output: [], usage: { input_tokens: 90, output_tokens: 80 } } }) }
}

test('a voice is heard, and the talk, its conversation and the history know nothing of it but its cost', async () => {
  const world = await talkingWorld()
  await settled()
  const written = world.history.calls.length
  const sentBefore = world.transport.last.sent.length
  const { conversation, last, played, end } = await asking(world)
  end()
  const answer = await played
  await settled()
  expect({ answer, beside: conversation !== last, talk: conversation?.sent.length, clip: world.view().playingClip, items: world.items(), written: world.history.calls.slice(written) }).toEqual({
    answer: ok('playing'), beside: true, talk: sentBefore, clip: 'voice:cedar', items: [], written: [expect.stringMatching(/^saveUsage voice-samples /)],
  })
})

/** Where the key goes, and nobody else. */
test('the server and the key are those of the talk, whatever voice is named', async () => {
  const world = await talkingWorld()
  const { conversation, last } = await asking(world)
  expect(last.target).toEqual(conversation?.target)
})

test('a press ends one that is only asked for, and silences one that plays', async () => {
  const world = await talkingWorld()
  const { last, played } = await asking(world)
  world.sut.press()
  const [first, closed] = [await played, last.closed]
  world.sut.cancel()
  const second = await asking(world)
  second.end()
  await second.played
  world.sut.press()
  expect([first, closed, world.view().voiceAsked, world.view().playingClip, world.view().phase]).toEqual([ok('stopped'), true, null, null, 'opening'])
})

test('Escape ends it, asked for or playing, and so does closing the page or choosing another server', async () => {
  const world = await talkingWorld()
  const ends = [() => world.sut.cancel(), () => world.sut.settingsClosed(), () => world.sut.updateSettings({ endpoint: { kind: 'openai' } })]
  const seen: unknown[] = []
  for (const end of ends) {
    const { played, last } = await asking(world)
    end()
    seen.push([await played, last.closed, world.view().voiceAsked])
  }
  expect(seen).toEqual(ends.map(() => [ok('stopped'), true, null]))
})

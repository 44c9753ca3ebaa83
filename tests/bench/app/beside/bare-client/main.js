// The least that a client of a Realtime endpoint does: a frame of silence every 20 ms, and the answer decoded. No page, no sound.
import WebSocket from 'ws'

const FRAME_MS = 20
const FRAME = Buffer.alloc(FRAME_MS * 48)

const held = { playing: false, bytes: 0 }
globalThis.bareClient = held

function talk(socket) {
  const send = (event) => socket.send(JSON.stringify(event))
  send({ type: 'session.update', session: { type: 'realtime', audio: { input: { turn_detection: null } } } })
  send({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Go on' }] } })
  send({ type: 'response.create' })
  const start = performance.now()
  let sent = 0
  setInterval(() => {
    for (; sent * FRAME_MS < performance.now() - start; sent += 1) send({ type: 'input_audio_buffer.append', audio: FRAME.toString('base64') })
  }, FRAME_MS)
}

function hear(text) {
  const event = JSON.parse(text)
  if (event.type === 'error') throw new Error(text)
  if (event.type !== 'response.output_audio.delta') return
  held.playing = true
  held.bytes += Buffer.from(event.delta, 'base64').byteLength
}

const socket = new WebSocket(`${process.env['BARE_URL'] ?? ''}?model=practice-echo`, { headers: { authorization: `Bearer ${process.env['BARE_TOKEN'] ?? ''}` } })
socket.on('open', () => { talk(socket) })
socket.on('message', (text) => { hear(text.toString()) })

import { hum } from '../../../../src/main/practice/output/melody'
import { startPracticeServer } from '../../../support/practice/practice-server'

/** Long enough for both spans that are measured. In real time, so that sound goes both ways all along. */
const ANSWER_SECONDS = 60
const PACING = { speed: 1.1, thinkMs: 100, chunkMs: 200, burst: 2 }
const ANSWERS = 100
const SENTENCE = 'This is one of the many sentences of a rather long answer that somebody may talk into while it plays. '

const paragraph = hum(SENTENCE.repeat(2))
const text = SENTENCE.repeat(10)
const audio = Buffer.concat(Array.from({ length: ANSWER_SECONDS * 48_000 / paragraph.byteLength }, () => paragraph))
const server = await startPracticeServer({ pacing: PACING, lifetimeSeconds: 3_600, script: Array.from({ length: ANSWERS }, () => ({ outputs: [{ kind: 'say' as const, text, audio }] })) })

process.send?.({ url: server.url, token: server.token })
process.on('message', () => process.send?.({ appendedBytes: server.sessions.at(-1)?.appendedBytes ?? 0 }))
process.on('disconnect', () => process.exit())

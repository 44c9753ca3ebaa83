import { describe, expect, it } from 'vitest'
import { sessionConfig, turnDetectionUpdate } from '../../../../src/main/core/realtime/session-config'
import { defaultSettings } from '../../../../src/shared/settings'

const VAD = {
  type: 'server_vad',
  threshold: 0.5,
  prefix_padding_ms: 300,
  silence_duration_ms: 500,
  create_response: true,
  interrupt_response: true,
}
const settings = { ...defaultSettings('linux'), instructions: 'Be brief.', voice: 'cedar' }

describe('the session we ask for', () => {
  it('says every value, with turns left to us', () => {
    const format = { type: 'audio/pcm', rate: 24_000 }
    expect(sessionConfig(settings, 'hold')).toEqual({
      type: 'realtime',
      output_modalities: ['audio'],
      instructions: 'Be brief.',
      audio: {
        input: { format, transcription: { model: 'gpt-transcribe' }, noise_reduction: null, turn_detection: null },
        output: { format, voice: 'cedar' },
      },
    })
  })

  it('does without transcription where a server refuses it', () => {
    expect(sessionConfig(settings, 'hold', { transcriptionModel: null }).audio.input.transcription).toBeNull()
  })

  it('leaves turns to the server in hands-free', () => {
    expect(sessionConfig(settings, 'hands-free').audio.input.turn_detection).toEqual(VAD)
  })

  it('switches the mode with nothing else', () => {
    expect([turnDetectionUpdate('hands-free'), turnDetectionUpdate('hold')]).toEqual([
      { type: 'realtime', audio: { input: { turn_detection: VAD } } },
      { type: 'realtime', audio: { input: { turn_detection: null } } },
    ])
  })
})

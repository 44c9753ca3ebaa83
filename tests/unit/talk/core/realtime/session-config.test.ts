import { describe, expect, it } from 'vitest'
import { OPTIONAL_FIELDS, optionalFieldsIn, sessionConfig, turnDetectionUpdate } from '../../../../../src/main/talk/core/realtime/session-config'
import { padSilenceMs } from '../../../../../src/main/talk/core/realtime/turn-detection'
import { defaultSettings } from '../../../../../src/shared/settings'

const VAD = {
  type: 'server_vad',
  threshold: 0.5,
  prefix_padding_ms: 300,
  silence_duration_ms: 500,
  idle_timeout_ms: null,
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

  it('leaves out what a server refuses: its null may be refused, too', () => {
    const format = { type: 'audio/pcm', rate: 24_000 }
    expect(sessionConfig(settings, 'hold', new Set(OPTIONAL_FIELDS)).audio).toEqual({ input: { format, turn_detection: null }, output: { format } })
  })

  it('reads from a refusal which field it is about, in the old words, too', () => {
    const params = ['session.audio.output.voice', 'session.input_audio_transcription.model', 'session.audio.input.noise_reduction', 'session.tools', undefined]
    expect(params.map(optionalFieldsIn)).toEqual([['voice'], ['transcription'], ['noise_reduction'], [], []])
  })

  it('leaves turns to the server in hands-free', () => {
    expect(sessionConfig(settings, 'hands-free').audio.input.turn_detection).toEqual(VAD)
  })

  it('finds the end of speech as the person chose', () => {
    const semantic = { ...settings, vad: { ...settings.vad, kind: 'semantic' as const, eagerness: 'low' as const } }
    const patient = { ...settings, vad: { ...settings.vad, threshold: 0.7, paddingMs: 400, silenceMs: 900, idleTimeoutMs: 8_000 } }
    expect([semantic, patient].map((chosen) => sessionConfig(chosen, 'hands-free').audio.input.turn_detection)).toEqual([
      { type: 'semantic_vad', eagerness: 'low', create_response: true, interrupt_response: true },
      { ...VAD, threshold: 0.7, prefix_padding_ms: 400, silence_duration_ms: 900, idle_timeout_ms: 8_000 },
    ])
  })

  it('pads with as much silence as the server waits for', () => {
    const { vad } = settings
    expect([vad, { ...vad, silenceMs: 1_200 }, { ...vad, kind: 'semantic' as const, eagerness: 'high' as const }].map(padSilenceMs)).toEqual([800, 1_500, 2_300])
  })

  it('switches the mode with nothing else', () => {
    expect([turnDetectionUpdate('hands-free', settings.vad), turnDetectionUpdate('hold', settings.vad)]).toEqual([
      { type: 'realtime', audio: { input: { turn_detection: VAD } } },
      { type: 'realtime', audio: { input: { turn_detection: null } } },
    ])
  })
})

/** A session of GA that the beta has words for; the same for the same seed. */
export function randomSession(seed: number) {
  let state = seed * 2_654_435_761 + 1
  const dice = (sides: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_507) + 0x9e3779b9) >>> 0
    return state % sides
  }
  const one = <T>(...of: readonly T[]): T => of[dice(of.length)] as T
  const maybe = (fields: object): object => (dice(2) === 0 ? {} : fields)
  const vad = () => one<object | null>(
    null,
    { type: 'server_vad', threshold: 0.5, prefix_padding_ms: dice(700), silence_duration_ms: 200 + dice(900), create_response: true, interrupt_response: true },
    { type: 'semantic_vad', eagerness: one('low', 'medium', 'high', 'auto'), create_response: true, interrupt_response: true },
  )
  const format = { type: 'audio/pcm', rate: 24_000 }
  return {
    type: 'realtime',
    output_modalities: one(['audio'], ['text']),
    instructions: `Speak ${String(dice(9))}.`,
    ...maybe({ max_output_tokens: one<unknown>(dice(4_000) + 1, 'inf') }),
    ...maybe({ tools: [{ type: 'function', name: 'now', parameters: {} }] }),
    ...maybe({ tool_choice: one<unknown>('auto', 'none', 'required', { type: 'function', name: 'now' }) }),
    audio: {
      input: { format, turn_detection: vad(), ...maybe({ transcription: one<unknown>(null, { model: 'whisper-1', language: 'en' }) }), ...maybe({ noise_reduction: one<unknown>(null, { type: 'near_field' }) }) },
      output: { format, ...maybe({ voice: 'sage' }), ...maybe({ speed: 1.2 }) },
    },
  }
}

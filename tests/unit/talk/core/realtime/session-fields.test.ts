import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { sessionConfig } from '../../../../../src/main/talk/core/realtime/session-config'
import { sessionSchema } from '../../../../../src/main/practice/configuration/session-schema'
import { defaultSettings, PreferencesPatchSchema } from '../../../../../src/shared/settings'

/** Where a field is one thing for the table, whatever it has inside. */
const WHOLE = new Set(['tools', 'tool_choice', 'truncation', 'tracing', 'prompt', 'include', 'audio.input.format', 'audio.output.format', 'audio.input.turn_detection', 'audio.output.voice'])

function bare(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap()) : schema
}

/** `audio.input.format`: every name that the practice endpoint takes, down to what the table tells apart. */
function paths(schema: unknown, at = ''): readonly string[] {
  const found = bare(schema)
  if (WHOLE.has(at) || !(found instanceof z.ZodObject)) return [at]
  return Object.entries(found.shape).flatMap(([name, inside]) => paths(inside, at === '' ? name : `${at}.${name}`))
}

const rows = (): readonly string[] => {
  const [, behind = ''] = readFileSync('docs/protocol.md', 'utf8').split('### Every field of the session')
  const [table = ''] = behind.split('## Read')
  return Array.from(table.matchAll(/^\| `([a-z_.]+)` \| \S/gm), ([, name]) => name ?? '')
}

it('each field that a session can have is in the table of docs/protocol.md, and no other', () => {
  expect([...rows()].sort()).toEqual([...paths(sessionSchema)].sort())
})

const CHOSEN = { speed: 1.25, maxOutputTokens: 1_024, reasoningEffort: 'low', truncation: 'part', transcriptionLanguage: 'de', transcriptionPrompt: 'Parley, Ada', noiseReduction: 'near_field' } as const

it('what a person chooses is said as the protocol has it, and the practice endpoint takes all of it', () => {
  const session = sessionConfig({ ...defaultSettings('linux'), ...CHOSEN, instructions: 'Be brief.' }, 'hold')
  expect({ patch: PreferencesPatchSchema.safeParse(CHOSEN).success, taken: sessionSchema.safeParse(session).error, session }).toEqual({
    patch: true,
    taken: undefined,
    session: {
      type: 'realtime',
      output_modalities: ['audio'],
      instructions: 'Be brief.',
      reasoning: { effort: 'low' },
      truncation: { type: 'retention_ratio', retention_ratio: 0.8 },
      max_output_tokens: 1_024,
      audio: {
        input: {
          format: { type: 'audio/pcm', rate: 24_000 },
          transcription: { model: 'gpt-transcribe', languages: ['de'], prompt: 'Parley, Ada' },
          noise_reduction: { type: 'near_field' },
          turn_detection: null,
        },
        output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin', speed: 1.25 },
      },
    },
  })
})

it('an older transcription model gets its one hint, and none at all is null', () => {
  const of = (transcriptionModel: string) => sessionConfig({ ...defaultSettings('linux'), transcriptionModel, transcriptionLanguage: 'de' }, 'hold').audio.input
  expect([of('whisper-1'), of('')]).toMatchObject([{ transcription: { model: 'whisper-1', language: 'de' } }, { transcription: null }])
})

import { isFields, type Fields } from '../session/fields'
import type { Frame } from '../session/wire'

const partOf = (fields: Fields, name: string): Fields => (isFields(fields[name]) ? fields[name] : {})

const but = (fields: Fields, ...names: readonly string[]): Fields => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

/** Off is an object here. */
const turnsHeard = (turns: unknown): unknown => (isFields(turns) && turns['type'] === null ? null : turns)

/** Voice and turn detection count at the top only; what GA has beside them is not known. */
export function hoistedHeard(fields: Fields): Fields {
  const { session } = fields
  if (fields['type'] !== 'session.update' || !isFields(session)) return fields
  const audio = partOf(session, 'audio')
  const input = but(partOf(audio, 'input'), 'turn_detection', 'noise_reduction')
  const output = but(partOf(audio, 'output'), 'voice')
  const top = {
    ...('turn_detection' in session ? { turn_detection: turnsHeard(session['turn_detection']) } : {}),
    ...('voice' in session ? { voice: session['voice'] } : {}),
  }
  return {
    ...fields,
    session: {
      type: 'realtime',
      ...but(session, 'type', 'audio', 'voice', 'turn_detection', 'output_modalities'),
      audio: { input: { ...input, ...('turn_detection' in top ? { turn_detection: top.turn_detection } : {}) }, output: { ...output, ...('voice' in top ? { voice: top.voice } : {}) } },
    },
  }
}

export function hoistedTold(frame: Frame): Frame {
  const { session } = frame
  if (!isFields(session)) return frame
  const audio = partOf(session, 'audio')
  const [input, output] = [partOf(audio, 'input'), partOf(audio, 'output')]
  const turns = input['turn_detection']
  return {
    ...frame,
    session: {
      ...but(session, 'type', 'output_modalities'),
      voice: output['voice'],
      turn_detection: turns === null ? { type: null } : turns,
      audio: { input: but(input, 'turn_detection', 'noise_reduction'), output: but(output, 'voice') },
    },
  }
}

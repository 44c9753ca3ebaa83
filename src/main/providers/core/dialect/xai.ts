import { type Fields, fieldsAt } from '../../../talk/core/realtime/wire-fields'
import { type Dialect, withFields, without } from './dialect'

const orNothing = (fields: Fields): Fields | undefined => (Object.keys(fields).length === 0 ? undefined : fields)

/** `null` is not understood as "off". */
const detection = ({ turn_detection: turns }: Fields): unknown => (turns === null ? { type: null } : turns)

/** GA, but voice and turn detection stand at the top; in their GA places they are ignored without a word. */
function hoisted(session: Fields): Fields {
  const audio = fieldsAt(session, 'audio')
  const [input, output] = [fieldsAt(audio, 'input'), fieldsAt(audio, 'output')]
  const rest = withFields({}, { input: orNothing(without(input, 'turn_detection', 'noise_reduction')), output: orNothing(without(output, 'voice')) })
  return withFields(without(session, 'type', 'output_modalities'), { voice: output['voice'], turn_detection: detection(input), audio: orNothing(rest) })
}

/** The other way: where a server reads back what it has. */
function lowered(session: Fields): Fields {
  const audio = fieldsAt(session, 'audio')
  const turns = session['turn_detection']
  const off = typeof turns === 'object' && turns !== null && fieldsAt(session, 'turn_detection')['type'] === null
  const input = withFields(fieldsAt(audio, 'input'), { turn_detection: off ? null : turns })
  const output = withFields(fieldsAt(audio, 'output'), { voice: session['voice'] })
  const whole = withFields(audio, { input: orNothing(input), output: orNothing(output) })
  return withFields(without(session, 'voice', 'turn_detection'), { type: 'realtime', audio: orNothing(whole) })
}

const withSession = (event: Fields, change: (session: Fields) => Fields): Fields => ({ ...event, session: change(fieldsAt(event, 'session')) })

export const XAI: Dialect = {
  encode: (event) => (event['type'] === 'session.update' ? withSession(event, hoisted) : event),
  decode: (event) => [event['type'] === 'session.created' || event['type'] === 'session.updated' ? withSession(event, lowered) : event],
}

import { z } from 'zod'
import { inputImage } from '../input/image-input'
import { among, anything, flag, listOf, oneOf, shape, text } from '../configuration/schema-words'

/** The items that a client may write. */
const base = { id: text, object: oneOf('realtime.item'), status: oneOf('completed', 'incomplete', 'in_progress') }

const inputText = shape({ type: oneOf('input_text'), text })
const inputAudio = shape({ type: oneOf('input_audio'), audio: text }, { transcript: anything })
/** A client cannot bring assistant audio back; only its text. */
const outputText = shape({ type: oneOf('output_text'), text })

const userPart = z.discriminatedUnion('type', [inputText, inputAudio, inputImage], among('input_text', 'input_audio', 'input_image'))
const assistantPart = z.discriminatedUnion('type', [outputText], among('output_text'))
const systemPart = z.discriminatedUnion('type', [inputText], among('input_text'))

const type = oneOf('message')

const message = z.discriminatedUnion('role', [
  shape({ type, role: oneOf('user'), content: listOf(userPart) }, base),
  shape({ type, role: oneOf('assistant'), content: listOf(assistantPart) }, base),
  shape({ type, role: oneOf('system'), content: listOf(systemPart) }, base),
], among('user', 'assistant', 'system'))

const call = shape({ type: oneOf('function_call'), name: text, arguments: text }, { ...base, call_id: text })
const callOutput = shape({ type: oneOf('function_call_output'), call_id: text, output: text }, base)
const approval = shape({ type: oneOf('mcp_approval_response'), approval_request_id: text, approve: flag }, { id: text, reason: text.nullable() })

export const itemSchema = z.discriminatedUnion('type', [message, call, callOutput, approval], among('message', 'function_call', 'function_call_output', 'mcp_approval_response'))

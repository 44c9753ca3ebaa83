import { isIgnored, refusalOf } from '../personalities/refusals'
import { assertNever } from '../../../shared/assert'
import { updateSession } from '../configuration/update-control'
import { appendAudio, clearInput, commitInput } from '../input/input-control'
import { createItem, deleteItem, retrieveItem, truncateItem } from '../items/item-control'
import { cancelResponse, createResponse } from '../output/response-control'
import type { ClientEvent } from './client-event'
import { errors, type ErrorBody } from './errors'
import type { SessionContext } from './session-context'

const handle = (context: SessionContext, event: ClientEvent): ErrorBody | null => {
  switch (event.type) {
    case 'session.update':
      return updateSession(context, event)
    case 'input_audio_buffer.append':
      return appendAudio(context, event)
    case 'input_audio_buffer.commit':
      return commitInput(context)
    case 'input_audio_buffer.clear':
      return clearInput(context)
    case 'output_audio_buffer.clear':
      return errors.webRtcOnly()
    case 'conversation.item.create':
      return createItem(context, event)
    case 'conversation.item.retrieve':
      return retrieveItem(context, event)
    case 'conversation.item.truncate':
      return truncateItem(context, event)
    case 'conversation.item.delete':
      return deleteItem(context, event)
    case 'response.create':
      return createResponse(context, event)
    case 'response.cancel':
      return cancelResponse(context, event)
    default:
      return assertNever(event.type)
  }
}

/** What becomes of a client's event: `null`, or why it is refused. */
export const dispatch = (context: SessionContext, event: ClientEvent): ErrorBody | null => (isIgnored(context, event) ? null : (refusalOf(context, event) ?? handle(context, event)))

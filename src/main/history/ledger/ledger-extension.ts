import type { TalkExtension } from '../../talk/extension'
import { AudioLedger, type LedgerParts } from './audio-ledger'

/** What of the microphone went where, counted as it goes. */
export function ledgerExtension(parts: LedgerParts): TalkExtension {
  const ledger = new AudioLedger(parts)
  return {
    name: 'ledger',
    audio: {
      sent: (turn, bytes, mode) => ledger.sent(turn, bytes, mode),
      restored: (bytes) => ledger.restored(bytes),
      ended: (why) => ledger.end(why),
    },
  }
}

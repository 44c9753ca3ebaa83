import { expect, test } from 'vitest'
import { ledgerHeader, ledgerLine } from '../../../../src/main/history/core/ledger-csv'
import { conversationId, turnId } from '../../../../src/shared/ids'
import { MORNING } from '../../../integration/history/support/talks'

test('a segment is one line, its texts quoted and never a formula', () => {
  const line = ledgerLine({
    id: '+1', turn: turnId('a"b'), conversation: conversationId('x,y'), host: '=cmd|calc', startedAt: MORNING, elapsedMs: 12.5, bytes: 48_000, mode: 'hold', end: null,
  })
  expect(ledgerHeader + line).toBe(
    'started_at,elapsed_ms,bytes,host,mode,end,conversation,turn,id\r\n2026-03-01T10:00:00.000Z,12.5,48000,\'=cmd|calc,hold,,"x,y","a""b",\'+1\r\n',
  )
})

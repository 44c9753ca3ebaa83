import type { UnreadReason } from '../../../../shared/knowledge/passages'

/** A file that cannot be read, with the reason as the person is told. */
export class Unread extends Error {
  constructor(readonly reason: UnreadReason) {
    super(reason)
  }
}

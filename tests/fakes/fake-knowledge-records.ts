import type { KnowledgeRecords } from '../../src/main/knowledge/core/records'
import type { Page } from '../../src/shared/history'
import type { ConversationId, ItemId } from '../../src/shared/ids'
import type { GivenPassage, SentText, SentTotals } from '../../src/shared/knowledge/passages'
import { FakeFactStore } from './fake-record-stores'
import type { Answer } from './scripted-answers'

/** The account of sent text in memory. `passageRows`: by "conversation call". */
export class FakeKnowledgeRecords extends FakeFactStore implements KnowledgeRecords {
  readonly sentRows = new Map<string, SentText>()
  readonly passageRows = new Map<string, readonly GivenPassage[]>()

  saveSentText(sent: readonly SentText[]): Answer<null> {
    return this.write(`saveSentText ${sent.map(({ id }) => id).join(' ')}`, () => {
      for (const each of sent) if (!this.sentRows.has(each.id)) this.sentRows.set(each.id, each)
    })
  }

  sentText(before: number | null, limit: number): Answer<Page<SentText>> {
    return this.answer(() => {
      const rows = [...this.sentRows.values()].filter(({ at }) => before === null || at < before).sort((a, b) => b.at - a.at)
      return { rows: rows.slice(0, limit), more: rows.length > limit }
    })
  }

  forgetSentText(before: number): Answer<null> {
    return this.write('forgetSentText', () => {
      for (const [id, { at }] of this.sentRows) if (at < before) this.sentRows.delete(id)
    })
  }

  sentTotals(): Answer<SentTotals> {
    const sum = (of: (sent: SentText) => number) => [...this.sentRows.values()].reduce((total, sent) => total + of(sent), 0)
    return this.answer(() => ({ sendings: this.sentRows.size, bytes: sum(({ bytes }) => bytes), characters: sum(({ characters }) => characters) }))
  }

  givenPassages(conversation: ConversationId, call: ItemId): Answer<readonly GivenPassage[]> {
    return this.answer(() => this.passageRows.get(`${conversation} ${call}`) ?? [])
  }
}

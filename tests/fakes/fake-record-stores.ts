import type { FactStore } from '../../src/main/memory/core/ports'
import type { ReminderStore } from '../../src/main/reminders/core/ports'
import type { RememberedFact } from '../../src/shared/memory'
import type { Reminder } from '../../src/shared/reminders'
import { type Answer, ScriptedAnswers } from './scripted-answers'

/** Reminders in memory; what is in it outlives whoever uses it. */
export class FakeReminderStore extends ScriptedAnswers implements ReminderStore {
  readonly reminderRows = new Map<string, Reminder>()

  reminders(): Answer<readonly Reminder[]> {
    return this.answer(() => [...this.reminderRows.values()])
  }

  saveReminder(reminder: Reminder): Answer<null> {
    return this.write(`saveReminder ${reminder.id} ${reminder.state}`, () => this.reminderRows.set(reminder.id, reminder))
  }

  removeReminder(id: string): Answer<null> {
    return this.write(`removeReminder ${id}`, () => this.reminderRows.delete(id))
  }
}

/** And what is remembered. */
export class FakeFactStore extends FakeReminderStore implements FactStore {
  readonly factRows = new Map<string, RememberedFact>()

  facts(): Answer<readonly RememberedFact[]> {
    return this.answer(() => [...this.factRows.values()])
  }

  saveFact(fact: RememberedFact): Answer<null> {
    return this.write(`saveFact ${fact.id}`, () => this.factRows.set(fact.id, fact))
  }

  removeFacts(ids: readonly string[]): Answer<null> {
    return this.write(`removeFacts ${ids.join(' ')}`, () => ids.forEach((id) => this.factRows.delete(id)))
  }

  /** Writes no file: files are the business of the real store. */
  exportFacts(): Answer<number> {
    return this.answer(() => this.factRows.size)
  }
}

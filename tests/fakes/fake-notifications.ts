import type { NotificationPort } from '../../src/main/reminders/core/ports'

/** What the system shows beside all windows. `shows`: whether it does. */
export class FakeNotifications implements NotificationPort {
  shows = true
  readonly open = new Map<string, string>()
  readonly all: string[] = []
  private readonly clicks = new Map<string, () => void>()

  show(id: string, { title, body }: { readonly title: string; readonly body: string }, clicked: () => void): boolean {
    if (!this.shows) return false
    this.open.set(id, `${title} | ${body}`)
    this.all.push(`${title} | ${body}`)
    this.clicks.set(id, clicked)
    return true
  }

  close(id: string): void {
    this.open.delete(id)
  }

  click(id: string): void {
    const clicked = this.clicks.get(id)
    if (clicked === undefined) throw new Error(`no notification ${id}`)
    clicked()
  }
}

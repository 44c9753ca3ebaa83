import { Notification } from 'electron'
import type { NotificationPort } from '../core/ports'

/** Kept as long as it is shown: one that is collected never tells that it was clicked. */
export function electronNotifications(): NotificationPort {
  const shown = new Map<string, Notification>()
  return {
    show: (id, { title, body }, clicked) => {
      if (!Notification.isSupported()) return false
      // The sound is ours: the system's own may be off, and is as long as it likes.
      const notification = new Notification({ title, body, silent: true, urgency: 'critical', timeoutType: 'never' })
      notification.on('click', clicked)
      shown.get(id)?.close()
      shown.set(id, notification)
      notification.show()
      return true
    },
    close: (id) => {
      shown.get(id)?.close()
      shown.delete(id)
    },
  }
}

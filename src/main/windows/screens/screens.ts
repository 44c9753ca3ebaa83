import { BrowserWindow, type Rectangle, screen } from 'electron'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { onScreen } from './on-screen'

/** A screen that goes is told in several events, and the window manager moves windows of its own accord behind them. */
const SETTLED_MS = 300
/** What a person can take hold of: less of a window is as good as none. */
const LEAST_VISIBLE = 0.5

/** Brings windows back that a screen has taken with it, or left beside what it still shows. What is half seen was put there. */
export function followScreens(indicatorBack: () => void, timers: Timers): void {
  const settling = new Deadline(timers, () => {
    indicatorBack()
    for (const window of BrowserWindow.getAllWindows()) bringBack(window)
  })
  const changed = () => settling.renew(SETTLED_MS)
  screen.on('display-removed', changed)
  screen.on('display-added', changed)
  screen.on('display-metrics-changed', changed)
}

function bringBack(window: BrowserWindow): void {
  if (!window.isResizable() || !window.isNormal()) return // the indicator has a place of its own; a full one is the system's to move
  const bounds = window.getBounds()
  if (visibleShare(bounds) < LEAST_VISIBLE) window.setBounds(fitted(bounds))
}

/** No larger than the screen it comes to: its lower end would be as lost as before. */
function fitted(bounds: Rectangle): Rectangle {
  const { workArea } = screen.getDisplayMatching(bounds)
  return onScreen({ ...bounds, width: Math.min(bounds.width, workArea.width), height: Math.min(bounds.height, workArea.height) })
}

function visibleShare(bounds: Rectangle): number {
  const seen = screen.getAllDisplays().map(({ workArea }) => overlap(bounds, workArea)).reduce((sum, area) => sum + area, 0)
  return seen / (bounds.width * bounds.height)
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return Math.max(0, width) * Math.max(0, height)
}

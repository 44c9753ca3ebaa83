import { ok } from '../../shared/result'
import type { ToolList as Listed } from '../../shared/ipc/tools'
import type { ToolChoice } from '../../shared/tools/levels'
import type { IpcDoor } from '../app/ipc-door'
import type { ToolCallParts } from './calls/call-parts'
import { type ToolsWorld, widens } from './tools-world'
import { say } from '../../shared/words/say'

export interface ToolRouteParts {
  readonly world: ToolsWorld
  readonly parts: ToolCallParts
  readonly stopAll: () => void
}

/** What pages may say: less goes at once, more is asked where no page draws. See docs/security.md. */
export function toolRoutes(door: IpcDoor, { world, parts, stopAll }: ToolRouteParts): void {
  const { approvals, undoing } = parts
  door.handle('tools:choose', async (choice) => ok(await chosen(world, choice)))
  door.handle('tools:allow-always', async (card, howLong) => ok(await approvals.allowAlways(card, howLong)))
  door.handle('tools:undo', async (action) => ok(undoing.offer?.id === action && (await undoing.take(action))))
  door.on('tools:shown', (card, place) => approvals.shown(card, place))
  door.on('tools:hold', (card) => approvals.hold(card))
  door.on('tools:release', (card, how) => approvals.release(card, how))
  door.on('tools:deny', (card) => approvals.deny(card))
  door.on('tools:stop', stopAll)
  settingsRoutes(door, world, parts)
  notesRoutes(door, world, parts)
  actionRoutes(door, world, parts)
}

const listOf = ({ settings, standardNotesFolder }: ToolsWorld, { tools, allowances }: ToolCallParts): Listed => {
  const { notesFolder } = settings()
  return { tools: tools.listings, always: allowances.rules, notes: { path: notesFolder ?? standardNotesFolder(), isStandard: notesFolder === null } }
}

function settingsRoutes(door: IpcDoor, world: ToolsWorld, parts: ToolCallParts): void {
  const { settings, updateSettings } = world
  const { allowances } = parts
  const listed = (): Listed => listOf(world, parts)
  door.handle('tools:list', () => ok(listed()))
  door.handle('tools:switch', (name, on) => {
    const rest = settings().toolsOff.filter((each) => each !== name)
    const saved = updateSettings({ toolsOff: on ? rest : [...rest, name] })
    return saved.ok ? ok(listed()) : saved
  })
  door.handle('tools:set-choice', (choice) => {
    const saved = updateSettings({ toolChoice: choice })
    return saved.ok ? ok(saved.value.toolChoice) : saved
  })
  door.handle('tools:forget-rule', (rule) => {
    const saved = allowances.forget(rule)
    return saved.ok ? ok(listed()) : saved
  })
}

function notesRoutes(door: IpcDoor, world: ToolsWorld, parts: ToolCallParts): void {
  const keep = (notesFolder: string | null) => {
    const saved = world.updateSettings({ notesFolder })
    return saved.ok ? ok(listOf(world, parts)) : saved
  }
  door.handle('tools:choose-notes-folder', async () => {
    const chosen = await world.files.folder(say('dialogs.notes-folder'))
    return chosen === null ? ok(listOf(world, parts)) : keep(chosen)
  })
  door.handle('tools:reset-notes-folder', () => keep(null))
}

function actionRoutes(door: IpcDoor, { files }: ToolsWorld, { log, undoing }: ToolCallParts): void {
  door.handle('actions:list', (before, limit) => log.list(before, limit))
  door.handle('actions:undo', async (action) => ok(await undoing.take(action)))
  door.handle('actions:export', async () => log.exportTo(await files.saveAs(say('dialogs.actions-file'), { title: say('dialogs.export'), extension: 'json' })))
}

/** What holds now. */
async function chosen({ settings, updateSettings, confirm }: ToolsWorld, choice: ToolChoice): Promise<ToolChoice> {
  const now = settings().toolChoice
  const may = choice === 'off' || !widens(now, choice) || (await confirm({ title: say('dialogs.allow-tools'), text: say(`dialogs.allow-tools-${choice}`), yes: say(`dialogs.allow-tools-${choice}-yes`) }))
  if (may) updateSettings({ toolChoice: choice })
  return settings().toolChoice
}

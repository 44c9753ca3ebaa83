import { ActionLog } from './actions/action-log'
import { Allowances } from './approval/allowances'
import { Approvals } from './approval/approvals'
import { CardKey } from './approval/card-key'
import { Permissions } from './approval/permission'
import type { ToolCallParts } from './calls/call-parts'
import { ToolList } from './tool-list'
import type { ToolsWorld } from './tools-world'
import { Undoing } from './actions/undo'

/** To an open settings window. */
export const listChanged = ({ push }: Pick<ToolsWorld, 'push'>): void => push('settings', 'tools:changed', null)

/** Everything that is there before the talk. */
export function toolParts(world: ToolsWorld): ToolCallParts {
  const { settings, changed } = world
  const allowances = new Allowances({ ...world, rulesChanged: () => listChanged(world) })
  const key = new CardKey({ key: world.approveKey, chord: () => settings().approveKey, label: world.approveKeyLabel, isTaken: world.approveKeyTaken, changed })
  const approvals = new Approvals({ ...world, key })
  const tools = new ToolList(world.sources((on) => approvals.typing(on)), settings)
  const permissions = new Permissions({ tools, allowances, approvals, settings })
  const log = new ActionLog(world.store, world.notify, world.listChanged)
  return { ...world, tools, allowances, approvals, permissions, log, undoing: new Undoing({ ...world, log, tools }) }
}

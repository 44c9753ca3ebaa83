import type { FeatureWorld } from '../app/feature'
import type { ToolChoice } from '../../shared/tools/levels'
import type { ActionStore, ApproveKey, CardPlaces, HandOnPanel } from './core/ports'
import type { ToolSource } from './core/tool'

/** What the tools need beside what every feature has. */
export interface ToolsWorld extends FeatureWorld {
  /** `typing`: Parley itself presses keys now, or not any more: nothing is approved meanwhile. */
  readonly sources: (typing: (on: boolean) => void) => readonly ToolSource[]
  readonly store: ActionStore
  /** Where notes go until the person chooses a folder. */
  readonly standardNotesFolder: () => string
  readonly places: CardPlaces
  readonly hand: HandOnPanel
  readonly approveKey: ApproveKey
  /** As printed on a keyboard. */
  readonly approveKeyLabel: () => string
  /** Another function of Parley has it. */
  readonly approveKeyTaken: () => boolean
  /** The page of actions lists something else now. */
  readonly listChanged: () => void
}

const BREADTH: Readonly<Record<ToolChoice, number>> = { off: 0, 'read-only': 1, all: 2 }

/** Towards more tools. */
export const widens = (from: ToolChoice, to: ToolChoice): boolean => BREADTH[to] > BREADTH[from]

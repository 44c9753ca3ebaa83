import type { MenuPart } from '../app/feature-menu'
import type { ToolChoice } from '../../shared/tools/levels'
import { say } from '../../shared/words/say'

export interface ToolsMenuParts {
  readonly choice: ToolChoice
  /** A tool runs, or asks. */
  readonly runs: boolean
  readonly choose: (choice: ToolChoice) => void
  readonly stopAll: () => void
}

/** From a menu that main draws, more may be chosen without a question. */
export function toolsMenu({ choice, runs, choose, stopAll }: ToolsMenuParts): readonly MenuPart[] {
  const option = (value: ToolChoice) => ({ label: say(`tray.tools-${value}`), chosen: choice === value, choose: () => choose(value) })
  return [
    { kind: 'choice', label: say('tray.tools'), options: [option('all'), option('read-only'), option('off')] },
    ...(runs ? [{ kind: 'action', label: say('tray.stop-tools'), act: stopAll } as const] : []),
  ]
}

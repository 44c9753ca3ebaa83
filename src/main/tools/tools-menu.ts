import type { MenuPart } from '../app/feature-menu'
import type { ToolChoice } from '../../shared/tools/levels'

export interface ToolsMenuParts {
  readonly choice: ToolChoice
  /** A tool runs, or asks. */
  readonly runs: boolean
  readonly choose: (choice: ToolChoice) => void
  readonly stopAll: () => void
}

/** From a menu that main draws, more may be chosen without a question. */
export function toolsMenu({ choice, runs, choose, stopAll }: ToolsMenuParts): readonly MenuPart[] {
  const option = (value: ToolChoice, label: string) => ({ label, chosen: choice === value, choose: () => choose(value) })
  return [
    { kind: 'choice', label: 'Tools', options: [option('all', 'All tools'), option('read-only', 'Only reading'), option('off', 'No tools')] },
    ...(runs ? [{ kind: 'action', label: 'Stop all tools', act: stopAll } as const] : []),
  ]
}

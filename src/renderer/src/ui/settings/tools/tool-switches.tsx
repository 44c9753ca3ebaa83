import type { ToolChoice } from '../../../../../shared/tools/levels'
import type { ToolListing } from '../../../../../shared/tools/view'
import { say } from '../../../../../shared/words/say'
import { reachWords } from '../../../words/tools-words'
import { SwitchField } from '../fields/switch-field'

interface ToolSwitchesProps {
  readonly tools: readonly ToolListing[]
  readonly choice: ToolChoice
  readonly turn: (name: string, on: boolean) => Promise<string | null>
}

/** What the quick choice above leaves out keeps its own switch. */
const isOut = ({ level }: ToolListing, choice: ToolChoice): boolean => choice === 'off' || (choice === 'read-only' && level > 1)

export function ToolSwitches({ tools, choice, turn }: ToolSwitchesProps) {
  return (
    <>
      {tools.map((tool) => (
        <SwitchField
          key={tool.name}
          name={`tool-${tool.name}`}
          label={tool.title}
          hint={<ToolHint tool={tool} out={choice !== 'all' && isOut(tool, choice) ? say(`tools.out-${choice}`) : null} />}
          checked={tool.on}
          save={(on) => turn(tool.name, on)}
        />
      ))}
    </>
  )
}

function ToolHint({ tool, out }: { readonly tool: ToolListing; readonly out: string | null }) {
  return (
    <>
      <bdi>{tool.explanation}</bdi> <span className="tool-level">{say('tools.sentence', { words: tool.source === 'Parley' ? reachWords(tool) : say('common.facts', { first: reachWords(tool), second: tool.source }) })}</span>
      {out !== null && <> {out}</>}
    </>
  )
}

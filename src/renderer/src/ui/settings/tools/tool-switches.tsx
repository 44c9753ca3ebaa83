import type { ToolChoice } from '../../../../../shared/tools/levels'
import type { ToolListing } from '../../../../../shared/tools/view'
import { reachWords } from '../../../words/tools-words'
import { SwitchField } from '../fields/switch-field'

interface ToolSwitchesProps {
  readonly tools: readonly ToolListing[]
  readonly choice: ToolChoice
  readonly turn: (name: string, on: boolean) => Promise<string | null>
}

/** What the quick choice above leaves out keeps its own switch. */
const isOut = ({ level }: ToolListing, choice: ToolChoice): boolean => choice === 'off' || (choice === 'read-only' && level > 1)

const OUT_WORDS: Readonly<Record<Exclude<ToolChoice, 'all'>, string>> = { 'read-only': 'Not now: only reading is allowed.', off: 'Not now: no tools are allowed.' }

export function ToolSwitches({ tools, choice, turn }: ToolSwitchesProps) {
  return (
    <>
      <h3>Each tool</h3>
      {tools.map((tool) => (
        <SwitchField
          key={tool.name}
          name={`tool-${tool.name}`}
          label={tool.title}
          hint={<ToolHint tool={tool} out={choice !== 'all' && isOut(tool, choice) ? OUT_WORDS[choice] : null} />}
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
      {tool.explanation} <span className="tool-level">{reachWords(tool)}{tool.source === 'Parley' ? '' : ` · ${tool.source}`}.</span>
      {out !== null && <> {out}</>}
    </>
  )
}

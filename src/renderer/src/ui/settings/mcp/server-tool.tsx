import type { ListedServerTool } from '../../../../../shared/mcp/setup'
import { TOOL_LEVELS, type ToolLevel } from '../../../../../shared/tools/levels'
import { say } from '../../../../../shared/words/say'
import { changeWords, levelChoice } from '../../../words/server-words'
import { Field } from '../../parts/controls/field'
import { Select } from '../../parts/controls/select'
import { Switch } from '../../parts/controls/switch'
import { More } from '../../parts/more'

interface ServerToolProps {
  readonly tool: ListedServerTool
  readonly decide: (on: boolean, level: ToolLevel | null) => void
}

/** One that was looked at: on or off, when it asks, and its words to read again. */
export function ServerTool({ tool, decide }: ServerToolProps) {
  const { name, title, level, defaultLevel, isOn } = tool
  const kept = level === defaultLevel ? null : level
  const chosen = (value: string) => {
    const next = TOOL_LEVELS.find((each) => String(each) === value)
    if (next !== undefined) decide(isOn, next === defaultLevel ? null : next)
  }
  return (
    <div className="server-tool" data-testid="server-tool" data-tool={tool.tool} data-on={isOn}>
      <Field label={title} beside>
        {(ids) => <Switch {...ids} name={`tool-${name}`} on={isOn} turn={(on) => decide(on, kept)} />}
      </Field>
      <Field label={say('servers.when')}>
        {(ids) => (
          <Select
            {...ids}
            name={`level-${name}`}
            value={String(level)}
            choices={TOOL_LEVELS.filter((each) => defaultLevel < 4 || each === 4).map((each) => ({ value: String(each), words: levelChoice(each, defaultLevel) }))}
            choose={chosen}
          />
        )}
      </Field>
      <More title={say('servers.describes')} testId={`about-${name}`}><ToolText tool={tool} /></More>
    </div>
  )
}

interface ToolTextProps {
  readonly tool: ListedServerTool
}

/** In full, as the assistant reads it, its arguments with their descriptions, too; and what is different from what the person has looked at. */
export function ToolText({ tool: { description, schema, changes } }: ToolTextProps) {
  return (
    <div className="tool-text">
      {changes.map((change) => (
        <div key={change.what} className="tool-change" data-testid="tool-change">
          <p>{changeWords(change)}</p>
          {change.before !== null && <pre tabIndex={0}>{change.before}</pre>}
        </div>
      ))}
      <p className="tool-description" data-testid="tool-description">{description === '' ? say('servers.no-description') : description}</p>
      <p className="field-hint">{say('servers.schema')}</p>
      <pre tabIndex={0} data-testid="tool-schema">{schema}</pre>
    </div>
  )
}

import { Menu as Base } from '@base-ui/react/menu'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { ToolApi } from '../../../../../shared/ipc/tools'
import type { ToolChoice } from '../../../../../shared/tools/levels'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { toolChoices } from '../../../words/tools-words'
import { Icon } from '../../parts/icon'
import { useToast } from '../../parts/layers/toasts'

interface ToolRowsProps {
  readonly tools: AssistantView['tools']
  readonly assistant: Pick<ToolApi, 'chooseTools' | 'stopTools'>
}

/** Which tools the assistant may ask for; and the end of all that run. More than now is asked by main. */
export function ToolRows({ tools: { choice, running }, assistant }: ToolRowsProps) {
  const toast = useToast()
  const choose = async (next: ToolChoice) => {
    const answer = await assistant.chooseTools(next)
    if (!answer.ok) toast(errorWords(answer.error.tag))
  }
  return (
    <Base.Group>
      <Base.GroupLabel className="popup-title">{say('tools.title')}</Base.GroupLabel>
      <Base.RadioGroup value={choice} onValueChange={(next: ToolChoice) => next !== choice && void choose(next)}>
        {toolChoices().map(({ value, words, more }) => (
          <Base.RadioItem key={value} value={value} closeOnClick className="popup-row" data-testid={`tools-${value}`}>
            <span className="popup-tick"><Base.RadioItemIndicator><Icon name="check" /></Base.RadioItemIndicator></span>
            <span>{words}<small>{more}</small></span>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
      {running.length > 0 && (
        <Base.Item className="popup-row" onClick={() => assistant.stopTools()} data-testid="stop-tools">
          <span className="popup-tick"><Icon name="stop" filled /></span>
          <span>{say('tools.stop-all')}</span>
        </Base.Item>
      )}
    </Base.Group>
  )
}

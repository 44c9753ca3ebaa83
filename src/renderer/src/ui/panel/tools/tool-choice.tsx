import { Menu as Base } from '@base-ui/react/menu'
import type { AssistantView } from '../../../../../shared/view'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { ToolChoice } from '../../../../../shared/tools/levels'
import { toolChoices } from '../../../words/tools-words'
import { IconButton } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'
import { useToast } from '../../parts/layers/toasts'
import { useLayerHost } from '../../parts/layers/use-layer-host'
import type { ToolApi } from '../../../../../shared/ipc/tools'
import { say } from '../../../../../shared/words/say'
import '../../parts/controls/popup.css'

interface ToolChoiceMenuProps {
  readonly tools: AssistantView['tools']
  readonly assistant: Pick<ToolApi, 'chooseTools' | 'stopTools'>
}

/** Which tools the assistant may ask for; and the end of all that run. More than now is asked by main. */
export function ToolChoiceMenu({ tools: { choice, running }, assistant }: ToolChoiceMenuProps) {
  const host = useLayerHost()
  const toast = useToast()
  const choose = async (next: ToolChoice) => {
    const answer = await assistant.chooseTools(next)
    if (!answer.ok) toast(errorWords(answer.error.tag))
  }
  const button = <IconButton icon={choice === 'off' ? 'tool-off' : 'tool'} label={say('tools.choice', { choice })} data-testid="tool-choice" data-choice={choice} />
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={button} />
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} align="end" collisionPadding={6}>
          <Base.Popup className="popup popup-list" aria-label={say('tools.title')}>
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
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

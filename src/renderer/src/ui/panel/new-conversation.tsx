import { say } from '../../../../shared/words/say'
import { IconButton } from '../parts/controls/button'
import { Menu } from '../parts/controls/menu'

interface NewConversationProps {
  readonly start: (how: { readonly private: boolean }) => void
}

/** Two ways to begin again; the running one stays in the history. */
export function NewConversation({ start }: NewConversationProps) {
  return (
    <Menu
      label={say('panel.new-conversation')}
      button={<IconButton icon="plus" label={say('panel.new-conversation')} data-testid="new-talk" />}
      entries={[
        { words: say('panel.new-conversation'), icon: 'plus', testId: 'new-conversation', choose: () => start({ private: false }) },
        { words: say('panel.new-private'), more: say('panel.new-private-about'), icon: 'mask', testId: 'new-private', choose: () => start({ private: true }) },
      ]}
    />
  )
}

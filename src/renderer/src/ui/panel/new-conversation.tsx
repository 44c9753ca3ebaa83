import { IconButton } from '../parts/controls/button'
import { Menu } from '../parts/controls/menu'

interface NewConversationProps {
  readonly start: (how: { readonly private: boolean }) => void
}

/** Two ways to begin again; the running one stays in the history. */
export function NewConversation({ start }: NewConversationProps) {
  return (
    <Menu
      label="New conversation"
      button={<IconButton icon="plus" label="New conversation" data-testid="new-talk" />}
      entries={[
        { words: 'New conversation', icon: 'plus', testId: 'new-conversation', choose: () => start({ private: false }) },
        { words: 'New private conversation', more: 'Nothing of it is written down', icon: 'mask', testId: 'new-private', choose: () => start({ private: true }) },
      ]}
    />
  )
}

import type { ButtonHTMLAttributes, Ref } from 'react'
import { Hinted } from './hint'
import { Icon, type IconName } from '../icon'
import './button.css'

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'> & { readonly ref?: Ref<HTMLButtonElement> }

interface ButtonProps extends NativeButton {
  /** `plain` reads like a link, `main` is the one thing to do here, `danger` cannot be taken back. */
  readonly look?: 'main' | 'quiet' | 'plain' | 'danger'
  readonly icon?: IconName
  /** `submit`: Return in a field of its form does the same. */
  readonly type?: 'button' | 'submit'
}

export function Button({ look = 'quiet', icon, type = 'button', children, ...rest }: ButtonProps) {
  return (
    <button type={type} className={`button button-${look}`} {...rest}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </button>
  )
}

interface IconButtonProps extends Omit<NativeButton, 'title'> {
  readonly icon: IconName
  /** Its name, and what its hint says. */
  readonly label: string
  /** Says more than the name; null: none, where a hint would take the first Escape for itself. */
  readonly hint?: string | null
  readonly filled?: boolean
  readonly size?: 'normal' | 'small'
}

export function IconButton({ icon, label, hint = label, filled = false, size = 'normal', ...rest }: IconButtonProps) {
  const button = (
    <button type="button" className="icon-button" data-size={size} aria-label={label} {...rest}>
      <Icon name={icon} filled={filled} />
    </button>
  )
  return hint === null ? button : <Hinted hint={hint}>{button}</Hinted>
}

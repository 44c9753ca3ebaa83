import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icon'
import './button.css'

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'type'>

/** `plain` reads like a link, `main` is the one thing to do here. */
export function Button({ look = 'quiet', ...rest }: NativeButton & { readonly look?: 'main' | 'quiet' | 'plain' }) {
  return <button type="button" className={`button button-${look}`} {...rest} />
}

export function IconButton({ icon, label, ...rest }: NativeButton & { readonly icon: IconName; readonly label: string }) {
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}

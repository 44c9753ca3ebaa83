import { useLayoutEffect, useRef } from 'react'
import type { DeviceChange } from '../../../../../shared/audio/device-change'
import type { DeviceChoice, DevicePreference } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../../parts/controls/button'
import { presentIn } from './device-order'
import './device-order-list.css'

interface DeviceOrderProps {
  readonly name: string
  readonly preference: DevicePreference
  readonly devices: readonly DeviceChoice[]
  readonly change: (change: DeviceChange) => void
}

/** The first one that is plugged in is used. Every row has its buttons, so that no mouse is needed to drag. */
export function DeviceOrder({ name, preference, devices, change }: DeviceOrderProps) {
  const list = useRef<HTMLOListElement>(null)
  const { preferred } = preference
  const focusAt = useRef<number | null>(null)
  const act = (next: DeviceChange, at: number) => {
    focusAt.current = at
    change(next)
  }
  // A row that moves takes the keyboard with it, one that goes leaves it to the next, as soon as the new order is shown.
  useLayoutEffect(() => {
    if (focusAt.current === null) return
    list.current?.querySelectorAll('li').item(focusAt.current)?.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
    focusAt.current = null
  }, [preferred])
  return (
    <div className="device-order" data-testid={`${name}-order`}>
      <p id={`${name}-order`}>{say('settings.device-order')}</p>
      <ol ref={list} aria-labelledby={`${name}-order`}>
        {preferred.map((choice, at) => (
          <li key={choice.id} data-there={presentIn(devices, choice) !== null}>
            <span className="device-name">{choice.label}</span>
            {presentIn(devices, choice) === null && <span className="device-gone">{say('settings.device-gone')}</span>}
            <IconButton size="small" icon="up" label={say('settings.device-up', { device: choice.label })} disabled={at === 0} onClick={() => act({ kind: 'move', device: choice.id, by: -1 }, at - 1)} />
            <IconButton size="small" icon="down" label={say('settings.device-down', { device: choice.label })} disabled={at === preferred.length - 1} onClick={() => act({ kind: 'move', device: choice.id, by: 1 }, at + 1)} />
            <IconButton size="small" icon="close" label={say('settings.device-forget', { device: choice.label })} onClick={() => act({ kind: 'forget', device: choice.id }, Math.min(at, preferred.length - 2))} />
          </li>
        ))}
      </ol>
    </div>
  )
}

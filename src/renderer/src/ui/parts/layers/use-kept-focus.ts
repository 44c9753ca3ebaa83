import { type RefObject, useLayoutEffect, useRef } from 'react'

export const nobodyHasFocus = (): boolean => document.activeElement === null || document.activeElement === document.body

/** When `box` takes another shape and what had the keys is gone, the first control in it has them: nobody shall have to find the way back. */
export function useKeptFocus(box: RefObject<HTMLElement | null>, shape: string): void {
  const last = useRef(shape)
  useLayoutEffect(() => {
    if (last.current === shape) return
    last.current = shape
    if (nobodyHasFocus()) box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [box, shape])
}

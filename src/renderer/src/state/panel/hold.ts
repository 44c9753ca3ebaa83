/** Who holds the talk button down. */
export type Holder = 'pointer' | 'space'

export interface Hold {
  begin(holder: Holder): void
  end(holder: Holder): void
  /** Blur, a hidden window, a page that goes: whoever holds, it is over. */
  letGo(): void
}

interface Verbs {
  readonly press: () => void
  readonly release: () => void
}

/** One press, one release, whatever mixture of pointer, key repeat and lost events comes in. The first holder counts. */
export function createHold({ press, release }: Verbs): Hold {
  let holding: Holder | null = null
  const letGo = () => {
    if (holding === null) return
    holding = null
    release()
  }
  return {
    begin: (holder) => {
      if (holding !== null) return
      holding = holder
      press()
    },
    end: (holder) => {
      if (holding === holder) letGo()
    },
    letGo,
  }
}

import { z } from 'zod'
import { say } from '../../../../shared/words/say'
import type { ScreenPort } from '../../core/built-in/ports'
import { type BuiltInTool, builtInTool, failed } from '../../core/built-in/built-in-tool'

export interface LookParts {
  readonly screen: ScreenPort
}

export const lookAtScreen = ({ screen }: LookParts): BuiltInTool =>
  builtInTool({
    name: 'look_at_screen',
    description: "Takes one picture of the person's screen and shows it to you.",
    input: z.strictObject({}),
    level: 1,
    effect: 'read',
    untrusted: 'the screen',
    pattern: () => ({ key: '', text: say('own-tools.look_at_screen-rule') }),
    run: async () => {
      const seen = await screen.capture()
      if (!seen.ok) return failed(seen.error)
      const { url, width, height } = seen.value
      return { kind: 'done', output: { picture: 'follows', width, height }, said: say('own-tools.screen-seen'), images: [url] }
    },
  })

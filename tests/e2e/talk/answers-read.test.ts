import { afterAll, beforeAll, expect, test } from 'vitest'
import { msToSamples } from '../../../src/shared/audio/audio-format'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { axeFaults } from '../support/app/axe'
import { eventually } from '../support/app/eventually'
import { answerDialogs } from '../support/app/system-dialog'
import { mark, TALK_KEY } from '../support/app/talking'
import { startRig, type Rig } from '../support/sound/rig'
import { soundsWhile, silenceFor } from '../support/sound/sound-checks'

/** A hum: anything that is not silence. */
const hum = (seconds: number): Buffer => Buffer.from(Int16Array.from({ length: msToSamples(seconds * 1_000) }, (_, at) => (at % 60 < 30 ? 6_000 : -6_000)).buffer)

const WELL_WRITTEN = `## Trees

Sum it with \`awk\`, **once**:

\`\`\`shell
awk -F, '{ s += $3 }' sales.csv
\`\`\`

1. one
2. two

| Month | Total |
|---|---|
| January | 18,204.50 |

[The manual](https://example.com/manual?a=1) ends it.`

const HOSTILE = `<img src="https://evil.example/a.png" onerror="document.title='ran'"><script>document.title='ran'</script><iframe src="https://evil.example/"></iframe>

![a picture](https://evil.example/b.png) [run](javascript:document.title='ran') [data](data:text/html,x) \u202Egnp.exe

<style>* { display: none }</style>

\`\`\`html
<b>never closed`

const SPOKEN = 'Birds like **holly** best. Its berries last into February, and its thorns keep cats away, so blackbirds and thrushes nest in it year after year.'

let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  const scripted = (text: string, seconds: number) => ({ outputs: [{ kind: 'say' as const, text, audio: hum(seconds) }] })
  talking = await startPracticeApp(rig, { script: [scripted(WELL_WRITTEN, 1), scripted(HOSTILE, 1), scripted(SPOKEN, 8), scripted(SPOKEN, 4)], pacing: { speed: 20, thinkMs: 0 } })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

/** As far as a box of two pixels more on each side can be. */
const isInside = (box: DOMRect | undefined, said: DOMRect | undefined): boolean =>
  box !== undefined && said !== undefined && box.width > 8 && box.left >= said.left - 2 && box.right <= said.right + 2 && box.top >= said.top - 2 && box.bottom <= said.bottom + 2

const page = () => talking.app.page
const last = () => page().locator('[data-testid="item"][data-role="assistant"]').last()

async function ask(): Promise<number> {
  const since = talking.app.trace.now()
  await page().evaluate(() => window.assistant.sendText('Go on.'))
  await mark(talking.app, 'playbackStarted', since)
  return since
}

async function askWhole(): Promise<void> {
  const since = await ask()
  await talking.app.trace.untilPhase('idle', { since })
}

test('an answer is written out: heading, code with a copy, list, table with figures at the right, link', async () => {
  await askWhole()
  const shape = () => last().locator('.said').evaluate((said) => ({
    heading: said.querySelector('h3,h4')?.textContent,
    strong: said.querySelector('strong')?.textContent,
    code: said.querySelector('pre code')?.textContent,
    language: said.querySelector('.code-head span')?.textContent,
    list: [...said.querySelectorAll('ol > li')].map((each) => each.textContent),
    figure: getComputedStyle(said.querySelector('td:last-child') ?? said).textAlign,
    marks: /\*\*|```|\|---/.test(said.textContent),
  }))
  await eventually(shape).toEqual({ heading: 'Trees', strong: 'once', code: "awk -F, '{ s += $3 }' sales.csv", language: 'shell', list: ['one', 'two'], figure: 'right', marks: false })
  await last().getByTestId('copy-code').click()
  expect(await talking.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe("awk -F, '{ s += $3 }' sales.csv")
})

test('axe finds nothing on it in both themes and in forced colours, where a link looks like one', async () => {
  const faults = [...(await axeFaults(talking.app, page()))]
  await page().emulateMedia({ forcedColors: 'active' })
  faults.push(...(await axeFaults(talking.app, page())))
  const looks = await last().getByTestId('link').evaluate((link) => ({
    underlined: getComputedStyle(link).textDecorationLine,
    other: getComputedStyle(link).color !== getComputedStyle(link.parentElement ?? link).color,
  }))
  await page().emulateMedia({ forcedColors: 'none' })
  // Which heading comes first is the answer's own.
  expect({ faults: faults.filter((fault) => !fault.includes('heading-order')), looks }).toEqual({ faults: [], looks: { underlined: 'underline', other: true } })
})

test('a click on a link shows the whole address in a dialog of main\'s, and a no opens nothing', async () => {
  const dialogs = await answerDialogs(talking.app, false)
  await last().getByTestId('link').click()
  await eventually(dialogs.texts).toEqual(['https://example.com/manual?a=1'])
  expect(page().url()).toBe('app://parley/index.html')
})

test('nothing of a hostile answer is fetched or run, and all of it can be read', async () => {
  const seen: string[] = []
  page().on('request', (request) => seen.push(request.url()))
  await askWhole()
  await eventually(() => last().locator('.said').textContent()).toContain('never closed')
  const found = await last().locator('.said').evaluate((said) => ({
    elements: said.querySelectorAll('img, script, iframe, style, [href], [src], [style]').length,
    links: [...said.querySelectorAll('[role="link"]')].map((each) => each.textContent),
    text: said.textContent.includes('<script>document.title='),
  }))
  expect({ ...found, title: await page().title(), seen }).toEqual({ elements: 0, links: ['a picture'], text: true, title: expect.not.stringContaining('ran') as string, seen: [] })
})

test('the word being spoken is marked, what is to come is in pencil; interrupted, a line stands there, and the rest can be played', async () => {
  const since = await ask()
  await silenceFor(2_500)()
  const spoken = await page().evaluate(() => ({
    box: document.querySelector('.spoken-word')?.getBoundingClientRect().toJSON() as DOMRect | undefined,
    said: [...document.querySelectorAll('[data-role="assistant"] .said')].at(-1)?.getBoundingClientRect().toJSON() as DOMRect | undefined,
    pencil: [...(CSS.highlights.get('not-heard-yet') ?? [])].map((range) => range.toString()),
  }))
  expect(isInside(spoken.box, spoken.said)).toBe(true)
  expect(spoken.pencil).toEqual([expect.stringMatching(/year after year\.$/)])
  expect(spoken.pencil[0]?.length).toBeLessThan(SPOKEN.length - 20)
  await rig.keyDown(TALK_KEY)
  await mark(talking.app, 'cut', since)
  await rig.tapKeys('Escape')
  await rig.keyUp(TALK_KEY)
  const line = page().getByTestId('interrupted')
  await line.waitFor()
  expect(await line.locator('span').textContent()).toBe('You interrupted here')
  const unheard = await last().locator('[data-heard="false"]').textContent()
  expect(SPOKEN.replaceAll('**', '').endsWith(unheard ?? '')).toBe(true)
  const heardMs = await soundsWhile(rig, async () => {
    await page().getByTestId('play-rest').click()
    await silenceFor(1_000)()
  })
  expect(heardMs).toBeGreaterThan(400)
  await rig.tapKeys('Escape')
  await eventually(() => page().getByTestId('play-rest').getAttribute('data-playing')).toBe('false')
})

test('an answer that came to its end while nobody saw it has no word marked and nothing in pencil', async () => {
  const painted = () => page().evaluate(() => ({
    marked: document.querySelector<HTMLElement>('.spoken-word')?.hidden === false,
    pencil: [...(CSS.highlights.get('not-heard-yet') ?? [])].map((range) => range.toString()).join(''),
  }))
  const since = await ask()
  await eventually(async () => (await painted()).marked).toBe(true)
  await page().evaluate(() => window.assistant.hidePanel())
  await page().locator('html[data-unseen]').waitFor({ state: 'attached' })
  await talking.app.trace.untilPhase('idle', { since })
  await eventually(painted).toEqual({ marked: false, pencil: '' })
})

import { expect, test } from 'vitest'
import { linkTarget } from '../../../src/shared/markdown/addresses'
import { createLinksFeature } from '../../../src/main/links/links-feature'
import type { Answer, Question } from '../../../src/main/app/confirm-port'
import type { IpcDoor } from '../../../src/main/app/ipc-door'

function opened(answer: Answer) {
  const asked: Question[] = []
  const urls: string[] = []
  const feature = createLinksFeature({
    confirmPatiently: (question) => {
      asked.push(question)
      return Promise.resolve(answer)
    },
    openLink: (url) => {
      urls.push(url)
      return Promise.resolve(true)
    },
  })
  let route: (address: string) => unknown = () => undefined
  feature.routes?.({ handle: (_channel: string, handler: (address: string) => unknown) => { route = handler }, on: () => undefined } as unknown as IpcDoor, () => undefined)
  return { asked, urls, open: (address: string) => route(address) }
}

test('a link opens only after the whole address was shown and said yes to', async () => {
  const it = opened('yes')
  const address = `https://example.com/${'a'.repeat(100)}?end`
  expect({ answer: await it.open(address), urls: it.urls, title: it.asked[0]?.title, shown: it.asked[0]?.text.replaceAll('\n', '') }).toEqual({
    answer: { ok: true, value: 'opened' }, urls: [address], title: 'Open example.com?', shown: address,
  })
})

test.each(['not-confirmed', 'asked-lately'] as const)('without a yes (%s) nothing opens', async (answer) => {
  const it = opened(answer)
  await it.open('https://example.com/')
  expect(it.urls).toEqual([])
})

test('an address that is not encrypted says so', async () => {
  const it = opened('yes')
  await it.open('http://example.com/')
  expect(it.asked[0]?.text).toContain('not encrypted')
})

test.each([
  'javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', 'app://parley/index.html', 'blob:https://a.example/x', 'about:blank', 'ms-settings:x', '//example.com', '/x', '', 'https://user:secret@example.com/', 'mailto:a@b.example?attach=/etc/passwd', `https://example.com/${'a'.repeat(2_000)}`,
])('%s is not opened, and nobody is asked', async (address) => {
  const it = opened('yes')
  expect({ answer: await it.open(address), asked: it.asked }).toEqual({ answer: { ok: true, value: 'refused' }, asked: [] })
})

test('what is not seen and what looks like something else is written out', () => {
  expect([linkTarget('https://exаmple.com/\u202Egpj.exe'), linkTarget('mailto:a@b.example?subject=Hi')].map((target) => target?.href)).toEqual([
    'https://xn--exmple-4nf.com/%E2%80%AEgpj.exe', 'mailto:a@b.example?subject=Hi',
  ])
})

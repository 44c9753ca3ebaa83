import { expect, test } from 'vitest'
import { BuiltInWorld } from '../../../../fakes/fake-built-in'
import { asked, HOSTILE } from './asked'

const words = (outcome: Awaited<ReturnType<typeof asked>>) => (outcome.kind === 'done' ? outcome.said : outcome.error)

test.each([
  ['https://example.org', 'https://example.org/', 'example.org'],
  ['HTTPS://Example.ORG/a b'.replace(' ', '%20'), 'https://example.org/a%20b', 'example.org'],
  ['https://example.org:8443/x?q=1#y', 'https://example.org:8443/x?q=1#y', 'example.org:8443'],
  ['https://аpple.com/', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
  ['https://münchen.de', 'https://xn--mnchen-3ya.de/', 'xn--mnchen-3ya.de'],
  ['https://0x7f.1/', 'https://127.0.0.1/', '127.0.0.1'],
  ['https://example.org\\@evil.example/', 'https://example.org/@evil.example/', 'example.org'],
])('a page: %s', async (url, href, host) => {
  const world = new BuiltInWorld()
  const tool = world.source.list().find(({ definition }) => definition.name === 'open_url')
  const checked = tool?.check({ url })
  const args = checked?.ok === true ? checked.value : {}
  const outcome = await asked(world.source, 'open_url', { url })
  expect({ args, pattern: tool?.pattern?.(args), said: words(outcome), opened: world.opener.opened }).toEqual({
    args: { url: href }, pattern: { key: host, text: `open pages of ${host}` }, said: `Opened ${host}`, opened: [href],
  })
})

test('a mail is a draft, and is never allowed for good', async () => {
  const world = new BuiltInWorld()
  const url = 'mailto:anna@example.org?subject=Hello&body=Milk'
  const outcome = await asked(world.source, 'open_url', { url })
  const tool = world.source.list().find(({ definition }) => definition.name === 'open_url')
  expect([words(outcome), world.opener.opened, tool?.pattern?.({ url })]).toEqual(['Opened a mail draft', [url], null])
})

const SCHEME = 'url: Only https and mailto addresses can be opened.'
const WRONG = 'url: This is not a complete address of the web. It begins with https://.'
const UNSEEN = 'url: There are spaces or invisible characters in the address.'
const USER = 'url: An address with a user name in it shows another host than it opens; it was refused.'
const FIELDS = 'url: A mail may have only to, cc, subject and body.'

test.each([
  ['javascript:alert(1)', SCHEME],
  ['JaVaScRiPt:alert(1)', SCHEME],
  ['java\tscript:alert(1)', UNSEEN],
  ['data:text/html,<script>', SCHEME],
  ['file:///etc/passwd', SCHEME],
  ['http://example.org', SCHEME],
  ['smb://host/share', SCHEME],
  ['ms-msdt:/id', SCHEME],
  ['vscode://file/x', SCHEME],
  ['blob:https://example.org/x', SCHEME],
  ['example.org', WRONG],
  ['', WRONG],
  ['https://', WRONG],
  ['https://user@example.org', USER],
  ['https://example.org:pass@evil.example/', USER],
  ['https://example.org/\u202egpj.exe', UNSEEN],
  ['https://exam\u200bple.org', UNSEEN],
  [' https://example.org', UNSEEN],
  ['https://example.org/a b', UNSEEN],
  ['https://exa mple.org', UNSEEN],
  ['https://%00.example', WRONG],
  ['mailto:a@example.org?attach=/etc/passwd', FIELDS],
  ['mailto:a@example.org?Attachment=x', FIELDS],
  ['mailto:a@example.org?bcc=b@example.org', FIELDS],
  [`https://example.org/${'x'.repeat(2_000)}`, 'url: Too big: expected string to have <=2000 characters'],
])('refused: %j', async (url, expected) => {
  const world = new BuiltInWorld()
  expect([words(await asked(world.source, 'open_url', { url })), world.opener.opened]).toEqual([expected, []])
})

test('the system may not take it', async () => {
  const world = new BuiltInWorld()
  world.opener.takes = false
  world.paths.set('/a.pdf', { path: '/a.pdf', name: 'a.pdf', kind: 'file' })
  expect([words(await asked(world.source, 'open_url', { url: 'https://example.org' })), words(await asked(world.source, 'open_file', { path: '/a.pdf' }))]).toEqual(['The system did not open it.', 'The system did not open it.'])
})

const KIND = 'Parley opens documents, pictures, sound, films and folders, and nothing that could run.'
const WHOLE = 'Only a whole path on this computer can be opened.'

test.each([
  ['~/Lease.pdf', 'file', '/home/anna/Lease.pdf', 'Opened Lease.pdf'],
  ['/home/anna/My Notes.MD', 'file', '/home/anna/My Notes.MD', 'Opened My Notes.MD'],
  ['/home/anna/Pictures', 'folder', '/home/anna/Pictures', 'Opened Pictures'],
  ['/home/anna/photo.jpg', 'file', '/home/anna/run.sh', KIND],
  ['/home/anna/x.sh', 'file', '/home/anna/x.sh', KIND],
  ['/home/anna/x.desktop', 'file', '/home/anna/x.desktop', KIND],
  ['/home/anna/x.pdf.lnk', 'file', '/home/anna/x.pdf.lnk', KIND],
  ['/home/anna/x.html', 'file', '/home/anna/x.html', KIND],
  ['/home/anna/x.svg', 'file', '/home/anna/x.svg', KIND],
  ['/home/anna/x.docm', 'file', '/home/anna/x.docm', KIND],
  ['/bin/ls', 'file', '/usr/bin/ls', KIND],
  ['/dev/sda.pdf', 'other', '/dev/sda.pdf', KIND],
  ['/Applications/Safari.app', 'folder', '/Applications/Safari.app', KIND],
  ['/home/anna/x.workflow/', 'folder', '/home/anna/x.workflow/', KIND],
  ['/home/anna/.pdf', 'file', '/home/anna/.pdf', 'Opened .pdf'],
] as const)('a file: %s', async (path, kind, real, expected) => {
  const world = new BuiltInWorld()
  world.paths.set(path, { path: real, name: real.split('/').filter((part) => part !== '').at(-1) ?? '', kind })
  expect([words(await asked(world.source, 'open_file', { path })), world.opener.opened]).toEqual([expected, expected.startsWith('Opened') ? [real] : []])
})

test.each([
  ['Lease.pdf', WHOLE],
  ['../../etc/passwd', WHOLE],
  ['\\\\host\\share\\a.pdf', WHOLE],
  ['//host/share/a.pdf', WHOLE],
  ['file:///a.pdf', WHOLE],
  ['/home/anna/a\0.pdf', 'There are invisible characters in the path.'],
  ['/home/anna/\u202efdp.exe', 'There are invisible characters in the path.'],
  ['/nowhere.pdf', 'There is no such file or folder.'],
])('no file: %j', async (path, expected) => {
  const world = new BuiltInWorld()
  expect([words(await asked(world.source, 'open_file', { path })), world.opener.opened]).toEqual([expected, []])
})

test('what is stopped while a slow disk is asked is not opened', async () => {
  const world = new BuiltInWorld()
  world.paths.set('/a.pdf', { path: '/a.pdf', name: 'a.pdf', kind: 'file' })
  const stop = new AbortController()
  const outcome = asked(world.source, 'open_file', { path: '/a.pdf' }, { signal: stop.signal })
  stop.abort()
  expect([(await outcome).kind, world.opener.opened]).toEqual(['failed', []])
})

test.each(HOSTILE)('neither opens: %j', async (given) => {
  const { source } = new BuiltInWorld()
  expect([(await asked(source, 'open_url', given)).kind, (await asked(source, 'open_file', given)).kind]).toEqual(['refused', 'refused'])
})

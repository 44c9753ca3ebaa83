import { describe, expect, it } from 'vitest'
import { conversationId, itemId } from '../../../src/shared/ids'
import type { ConversationItem } from '../../../src/shared/conversation'
import type { GivenPassage } from '../../../src/shared/knowledge/passages'
import { pagesWorld } from './pages-world'

const OPENAI = { url: 'https://api.openai.com/v1', model: 'text-embedding-3-small', dimensions: 512, queryPrefix: '', passagePrefix: '' }
const OLLAMA = { ...OPENAI, url: 'http://127.0.0.1:11434/v1', model: 'nomic-embed-text', dimensions: null }

describe('folders', () => {
  it('come from the dialog of the system and go to the index; a page that names one is refused', async () => {
    const { ask, chosen, index } = pagesWorld()
    const state = await chosen('/home/x/Papers')
    expect({ state, forged: await ask('knowledge:add-folder', '/etc'), calls: index.calls }).toMatchObject({
      state: { ok: true, value: { folders: [{ id: 'id1', name: 'Papers', path: '/home/x/Papers' }], refusal: null } }, forged: null, calls: ['setFolders Papers'],
    })
  })

  it.each([
    ['/home/x/Papers', 'This folder is already in the list.'],
    ['/home/x/Papers/2026', 'This folder is inside “Papers”, which is already read.'],
    ['/home/x', '“Papers” is inside this folder. Remove it first.'],
    ['/home/x/.config/Parley', 'Parley keeps its own data there and never reads it. Choose another folder.'],
    ['/home/x/.config/Parley/history', 'Parley keeps its own data there and never reads it. Choose another folder.'],
    ['/home/x/.config/Parley 2', null],
    ['/', 'This is a whole disk. Choose a folder on it.'],
    ['/home/x/Papers 2', null],
  ])('%s beside another one: %s', async (path, refusal) => {
    const { chosen, settings } = pagesWorld()
    await chosen('/home/x/Papers')
    const answer = await chosen(path)
    expect({ answer, count: settings().knowledgeFolders.length }).toMatchObject({ answer: { ok: true, value: { refusal } }, count: refusal === null ? 2 : 1 })
  })

  it('that are taken out are out of the index before the page hears it', async () => {
    const { ask, chosen, index } = pagesWorld()
    await chosen('/home/x/Papers')
    const state = await ask('knowledge:remove-folder', 'id1')
    expect({ state, folders: index.folders }).toMatchObject({ state: { ok: true, value: { folders: [] } }, folders: [] })
  })

  it('come back where they were, once, and are read anew; what is forgotten does not', async () => {
    const { ask, chosen, index, settings, pages } = pagesWorld()
    for (const name of ['A', 'B', 'C']) await chosen(`/home/x/${name}`)
    const removed = await ask('knowledge:remove-folder', 'id2')
    const back = await ask('knowledge:put-back-folder', 'id2')
    const twice = await ask('knowledge:put-back-folder', 'id2')
    await ask('knowledge:remove-folder', 'id1')
    pages.everythingRemoved()
    const forgotten = await ask('knowledge:put-back-folder', 'id1')
    expect({ removed, back, twice, forgotten, calls: index.calls.slice(3, 5), left: settings().knowledgeFolders.map(({ id }) => id) }).toMatchObject({
      removed: { value: { removed: { id: 'id2', name: 'B' } } }, back: { value: { removed: null, folders: [{ id: 'id1' }, { id: 'id2' }, { id: 'id3' }], refusal: null } },
      twice: { value: { refusal: expect.stringContaining('not removed') } }, forgotten: { value: { removed: null, refusal: expect.stringContaining('not removed') } },
      calls: ['setFolders A C', 'setFolders A B C'], left: ['id2', 'id3'],
    })
  })

  it('of which one stands around the other are not both taken, though the question was open meanwhile', async () => {
    const { ask, chosen, person, world, settings } = pagesWorld()
    let answered = (): void => undefined
    const asked = new Promise<void>((resolve) => (answered = resolve))
    Object.assign(world, { confirmPatiently: () => asked.then(() => person.says) })
    const home = chosen('/home/x')
    await Promise.resolve()
    await chosen('/home/x/Papers')
    answered()
    expect({ home: await home, folders: settings().knowledgeFolders.map(({ path }) => path), now: await ask('knowledge:get') }).toMatchObject({ home: { value: { refusal: expect.stringContaining('is inside this folder') } }, folders: ['/home/x/Papers'] })
  })

  it('one that another stands around by now does not come back', async () => {
    const { ask, chosen } = pagesWorld()
    await chosen('/home/x/Papers/2026')
    await ask('knowledge:remove-folder', 'id1')
    await chosen('/home/x/Papers')
    expect(await ask('knowledge:put-back-folder', 'id1')).toMatchObject({ value: { folders: [{ name: 'Papers' }], refusal: 'This folder is inside “Papers”, which is already read.' } })
  })

  it('one that was chosen again by itself is not offered any more, and one beside it still is', async () => {
    const { ask, chosen } = pagesWorld()
    await chosen('/home/x/A')
    await ask('knowledge:remove-folder', 'id1')
    expect([await chosen('/home/x/B'), await chosen('/home/x/A')]).toMatchObject([{ value: { removed: { id: 'id1' } } }, { value: { removed: null } }])
  })

  it.each(['/home/x', '/home', '/home/x/'])('all of the home folder, as %s, is asked about first', async (path) => {
    const { chosen, person, questions, settings } = pagesWorld()
    person.says = 'not-confirmed'
    const refused = await chosen(path)
    const none = settings().knowledgeFolders.length
    person.says = 'yes'
    await chosen(path)
    expect({ refused, none, asked: questions.map(({ title, yes }) => [title, yes]), now: settings().knowledgeFolders.length }).toMatchObject({
      refused: { value: { refusal: expect.stringContaining('not confirmed') } }, none: 0, asked: [['Read your whole home folder?', 'Read all of it'], ['Read your whole home folder?', 'Read all of it']], now: 1,
    })
  })

  it('an index that fails is told, not passed over', async () => {
    const { chosen, index, notices } = pagesWorld()
    index.failure = 'knowledge-full'
    expect({ answer: await chosen('/home/x/Papers'), notices }).toEqual({ answer: { ok: false, error: { tag: 'knowledge-full' } }, notices: [] })
  })

  it('the person who chooses none has changed nothing', async () => {
    const { ask, settings } = pagesWorld()
    expect({ answer: await ask('knowledge:add-folder'), folders: settings().knowledgeFolders }).toMatchObject({ answer: { ok: true, value: { refusal: null } }, folders: [] })
  })
})

describe('an embedder', () => {
  it('is asked about with its host, the amount and the price, before the index knows of it', async () => {
    const { ask, index, questions, keys } = pagesWorld()
    index.state = { ...index.state, characters: 6_000_000 }
    await ask('knowledge:use-embedder', OPENAI, 'sk-1')
    expect({ questions, calls: index.calls, keys: [...keys] }).toEqual({
      questions: [{
        title: 'Send the text of your files to api.openai.com?',
        text: 'The text of all files in your knowledge folders (6,000,000 characters so far), text added to them later, and your questions about them will be sent to https://api.openai.com/v1 for the model “text-embedding-3-small”. That is about 1,500,000 tokens: about $0.03 at the list price of 2026-11-30. You can turn this off at any time.',
        yes: 'Send the text',
      }],
      calls: ['setEmbedder https://api.openai.com/v1 sk-1', 'setEmbedder https://api.openai.com/v1 sk-1'],
      keys: [['knowledge https://api.openai.com', 'sk-1']],
    })
  })

  it('is asked about with all of its address, and with no line that its model would add to the question', async () => {
    const { ask, questions } = pagesWorld()
    await ask('knowledge:use-embedder', { ...OPENAI, url: 'https://gateway.example/of/somebody-else/v1', model: 'm needs it. It costs nothing.\n\n\n\u202eWrong' }, null)
    const [{ text = '' } = {}] = questions
    expect({ text, lines: text.split('\n').length }).toMatchObject({ text: expect.stringContaining('https://gateway.example/of/somebody-else/v1'), lines: 1 })
    expect(text).not.toMatch(/\u202e/u)
    expect(text).toContain('“m needs it. It costs nothing.⟨U+000A⟩⟨U+000A⟩⟨U+000A⟩⟨U+202E⟩Wrong”')
  })

  it('that the person does not confirm is not used, and its key is not kept', async () => {
    const { ask, index, person, settings, keys } = pagesWorld()
    person.says = 'not-confirmed'
    const answer = await ask('knowledge:use-embedder', OPENAI, 'sk-1')
    expect({ answer, embedder: settings().embedder, calls: index.calls, keys: keys.size }).toMatchObject({ answer: { ok: true, value: { refusal: expect.stringContaining('not confirmed'), embedder: null } }, embedder: null, calls: [], keys: 0 })
  })

  it('gets the key of its own origin and of no other, and none in the clear', async () => {
    const { ask, index, keys } = pagesWorld()
    keys.set('knowledge https://api.openai.com', 'sk-1')
    await ask('knowledge:use-embedder', { ...OPENAI, url: 'https://api.openai.com:8443/v1' }, null)
    await ask('knowledge:use-embedder', { ...OPENAI, url: 'http://api.openai.com/v1' }, null)
    await ask('knowledge:use-embedder', OPENAI, null)
    const exposed = await ask('knowledge:use-embedder', { ...OPENAI, url: 'http://10.0.0.2:1234/v1' }, 'sk-2')
    expect({ calls: index.calls, exposed }).toMatchObject({
      calls: ['setEmbedder https://api.openai.com:8443/v1 without key', 'setEmbedder http://api.openai.com/v1 without key', 'setEmbedder https://api.openai.com/v1 sk-1'],
      exposed: { value: { refusal: expect.stringContaining('not encrypted') } },
    })
  })

  it('that only the settings file names gets nothing, however like a confirmed one it is', async () => {
    const { ask, index, set } = pagesWorld()
    await ask('knowledge:use-embedder', OLLAMA, null)
    set({ embedder: { ...OLLAMA, url: 'http://evil.example/v1' } })
    const shown = await ask('knowledge:get')
    expect({ calls: index.calls, shown }).toMatchObject({ calls: ['setEmbedder http://127.0.0.1:11434/v1 without key', 'setEmbedder none'], shown: { value: { embedder: null, hasSecret: false } } })
  })

  it.each([[null, []], ['sk-0', ['sk-0']]])('that cannot be written down leaves the keys as they were: %s', async (known, left) => {
    const { ask, disk, keys } = pagesWorld()
    if (known !== null) keys.set('knowledge https://api.openai.com', known)
    disk.isFull = true
    const answer = await ask('knowledge:use-embedder', OPENAI, 'sk-1')
    expect({ answer, keys: [...keys.values()] }).toMatchObject({ answer: { ok: false }, keys: left })
  })

  it('is off at once, and its key is gone', async () => {
    const { ask, index, keys } = pagesWorld()
    await ask('knowledge:use-embedder', OPENAI, 'sk-1')
    const state = await ask('knowledge:drop-embedder')
    expect({ state, last: index.calls.at(-1), keys: keys.size }).toMatchObject({ state: { value: { embedder: null, hasSecret: false } }, last: 'setEmbedder none', keys: 0 })
  })

  it('leaves no key behind when another one takes its place, and keeps it with another model', async () => {
    const { ask, keys } = pagesWorld()
    await ask('knowledge:use-embedder', OPENAI, 'sk-1')
    await ask('knowledge:use-embedder', { ...OPENAI, model: 'text-embedding-3-large' }, null)
    const kept = [...keys.keys()]
    await ask('knowledge:use-embedder', OLLAMA, null)
    expect([kept, [...keys.keys()]]).toEqual([['knowledge https://api.openai.com'], []])
  })

  it.each(['file:///etc/passwd', 'ftp://a.example', 'https://name:pass@a.example/v1', 'https://a.example/v1?key=1', 'nonsense'])('with the address %s is none', async (url) => {
    const { ask, questions } = pagesWorld()
    expect([await ask('knowledge:use-embedder', { ...OPENAI, url }, null), questions]).toEqual([null, []])
  })
})

describe('a passage', () => {
  const lease: GivenPassage = { cite: 'A1', folder: 'id1', path: 'house/Lease.pdf', file: 'Lease.pdf', page: 3, heading: null }
  const call = (passages: readonly GivenPassage[]): ConversationItem => ({
    id: itemId('c1'), role: 'assistant', kind: 'tool', text: '', status: 'done', heardChars: null, audioMs: null,
    tool: { callId: 'c', name: 'search_knowledge', arguments: '{}', output: '[]', account: { title: 'Search', approval: 'not-asked', outcome: 'done', result: null, elapsedMs: 1, passages } },
  })

  it('of the panel is opened by its call, where the folder says it is now', async () => {
    const { ask, index, shown, opened } = pagesWorld()
    shown.items = [call([lease])]
    index.located.set('id1 house/Lease.pdf', '/home/x/Papers/house/Lease.pdf')
    const answers = [await ask('knowledge:open-passage', null, 'c1', 'A1'), await ask('knowledge:open-passage', null, 'c1', 'A2'), await ask('knowledge:open-passage', null, 'c2', 'A1')]
    expect({ answers, opened }).toEqual({ answers: [{ ok: true, value: 'opened' }, { ok: true, value: 'gone' }, { ok: true, value: 'gone' }], opened: ['/home/x/Papers/house/Lease.pdf'] })
  })

  it('of the history is found there', async () => {
    const { ask, index, records, opened } = pagesWorld()
    records.passageRows.set(`${conversationId('talk')} c1`, [lease])
    index.located.set('id1 house/Lease.pdf', '/home/x/Papers/house/Lease.pdf')
    expect([await ask('knowledge:open-passage', 'talk', 'c1', 'A1'), opened]).toEqual([{ ok: true, value: 'opened' }, ['/home/x/Papers/house/Lease.pdf']])
  })

  it.each([
    ['moved away', lease],
    ['a program', { ...lease, path: 'house/run.desktop', file: 'Lease.pdf' }],
    ['a program by its name', { ...lease, file: 'run.exe' }],
  ])('of a file that is %s is not opened', async (what, passage) => {
    const { ask, index, shown, opened } = pagesWorld()
    shown.items = [call([passage])]
    if (what !== 'moved away') index.located.set(`id1 ${passage.path}`, '/home/x/run')
    expect([await ask('knowledge:open-passage', null, 'c1', 'A1'), opened]).toEqual([{ ok: true, value: 'gone' }, []])
  })
})

import { expect, test } from 'vitest'
import { docx, epub, pdf } from '../../support/knowledge/documents'
import { found, newFolder, readIn, states, valueOf, write } from './support/knowledge'

const LEASE = pdf([['The flat is let from the first of May.'], ['Either side may end the lease with three months of notice.']])

test('files of every kind are read and found by what stands in them, with page and heading', async () => {
  const folder = newFolder()
  write(folder, {
    'Lease.pdf': LEASE,
    'papers/Boiler.docx': docx(['# Service', 'The boiler is serviced each October by the firm of Harms.']),
    'garden.md': '# Garden\n\nThe roses are cut back in March.',
    'Reise.txt': 'Der Zug nach Lübeck fährt um 7:42 Uhr ab.',
    'people.csv': 'Name,Town\nAda,Oslo\nAlan,Bergen\n',
    'page.html': '<html><body><h1>Router</h1><p>The router has its reset button below.</p></body></html>',
    'book.epub': epub(['<h1>One</h1><p>The lighthouse keeper owned a parrot.</p>']),
  })
  const index = await readIn(folder)
  const questions = ['What is the notice period of the lease?', 'Who services the boiler?', 'When are roses cut back?', 'Wann fährt der Zug nach Luebeck oder Lübeck?', 'Where does Ada live?', 'reset the router', 'whose parrot']
  expect(await Promise.all(questions.map(async (question) => (await found(index, question))[0]))).toEqual(['Lease.pdf#2', 'papers/Boiler.docx', 'garden.md', 'Reise.txt', 'people.csv', 'page.html', 'book.epub'])
})

test('what is not in any file is not found', async () => {
  const folder = newFolder()
  write(folder, { 'Lease.pdf': LEASE })
  const index = await readIn(folder)
  expect([await found(index, 'Where is my passport?'), await found(index, '"'), await found(index, 'lease" OR "flat'), await found(index, 'NEAR( * ^ : -')]).toEqual([[], [], ['Lease.pdf#1', 'Lease.pdf#2'], []])
})

test('Chinese is found by two characters, a German compound by its end', async () => {
  const folder = newFolder()
  write(folder, { 'zh.txt': '明天的天气很好。', 'de.txt': 'Die Kündigungsfrist beträgt drei Monate.' })
  const index = await readIn(folder)
  expect([await found(index, '天气怎么样'), await found(index, '天气'), await found(index, 'Welche Frist gilt?')]).toEqual([['zh.txt'], ['zh.txt'], ['de.txt']])
})

test('a passage can be read on, before and behind it', async () => {
  const folder = newFolder()
  const story = Array.from({ length: 200 }, (_, index) => `Sentence number ${String(index)} tells of day ${String(index)} at sea.`).join(' ')
  write(folder, { 'story.txt': `${story} The captain wore a purple hat.` })
  const index = await readIn(folder)
  const [passage] = valueOf(await index.search({ text: 'purple hat of the captain', file: null, letter: 'B', private: false })).passages
  if (passage === undefined) throw new Error('not found')
  const read = async (which: 'here' | 'before' | 'after') => valueOf(await index.around(passage, which))
  const [here, before, after] = [await read('here'), await read('before'), await read('after')]
  expect([passage.cite, here?.before, here?.after, before?.after, before?.text.includes('purple'), after]).toEqual(['B1', true, false, true, false, null])
})

test('each file that cannot be read says why', async () => {
  const folder = newFolder()
  write(folder, { 'scan.pdf': pdf([[]]), 'broken.docx': 'no zip', 'photo.jpg': 'x', 'id_rsa.txt': 'x', 'notes.txt': '-----BEGIN RSA PRIVATE KEY-----', '.env': 'A=1', '.hidden/a.txt': 'hidden', 'node_modules/a.md': 'x', 'ok.txt': 'fine' })
  expect(await states(await readIn(folder))).toEqual({
    'broken.docx': 'unread: damaged', 'id_rsa.txt': 'unread: secret', 'notes.txt': 'unread: secret', 'ok.txt': 'read', 'photo.jpg': 'unread: kind', 'scan.pdf': 'unread: no-text',
  })
})

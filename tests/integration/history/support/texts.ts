/** Numbers that look random and are the same in every run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const COMMON = 'the a and of to in is it you that was for on are with as at be this have from or had by not but what some we can out other were all there when up use your how said an each she which do their time if will way about many then them write would like so these her long make thing see him two has look more day could go come did number sound no most people my over know water than call first who may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under name very through just form sentence great think say help low line differ turn cause much mean before move right boy old too same tell does set three want air well also play small end put home read hand port large spell add even land here must big high such follow act why ask men change went light kind off need house picture try us again animal point mother world near build self earth father'.split(' ')
const CHINESE = Array.from('天气今我们你好是不的人在有他这中大来上国个到说时要就出会可也对能')

/** Sentences of 5 to 30 words, the common ones far more often; every tenth with a run of Chinese, one of 5,000 with a rare word. */
export function createTexts(seed: number): () => string {
  const random = createRandom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(list.length * random() ** 2)] ?? ''
  return () => {
    const words = Array.from({ length: 5 + Math.floor(25 * random()) }, () => (random() < 0.2 ? `${pick(COMMON)}${pick(COMMON)}` : pick(COMMON)))
    if (random() < 0.1) words.push(Array.from({ length: 8 }, () => pick(CHINESE)).join(''))
    if (random() < 0.0002) words.push('zweiundvierzig')
    return words.join(' ')
  }
}

import { seedTalks, type SeededTalk } from '../e2e/support/history/seeded-history'

const HOUR = 60 * 60_000
const DAY = 24 * HOUR

/** So that the pictures do not depend on the hour they are taken: noon of today, or of yesterday where that is to come. */
const noon = (): number => {
  const today = new Date().setHours(12, 0, 0, 0)
  return today < Date.now() ? today : today - DAY
}

const TALKS = (at: number): readonly SeededTalk[] => [
  {
    id: 'trees',
    at: at - HOUR,
    texts: [
      'Which trees grow well in the shade of a house?',
      'Holly, yew and hazel do well. Holly stays green all winter, yew takes any pruning, and hazel gives you nuts in September.',
      'Which of them do birds like best?',
      'Holly, for its berries and for the thorns that keep cats away.',
    ],
  },
  { id: 'bread', at: at - DAY, texts: ['How long must rye bread rest after baking?', 'A whole day, wrapped in a cloth. The crumb is sticky before that.'] },
  { id: 'greek', at: at - DAY - 2 * HOUR, texts: ['How do I say “thank you very much” in Greek?', 'Ευχαριστώ πολύ – efcharistó polý.'] },
  { id: 'train', at: at - 3 * DAY, texts: ['日本の新幹線はどのくらい速いですか？', '最高速度は時速320キロです。'] },
  { id: 'moon', at: at - 9 * DAY, texts: ['Why is the moon red tonight?', 'Because it stands low, and its light comes to you through a lot of air and dust.'] },
]

export const seedYesterday = (userData: string): Promise<void> => seedTalks(userData, TALKS(noon()))

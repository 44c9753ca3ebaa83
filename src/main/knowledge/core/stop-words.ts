/**
 * Words of a spoken question that say nothing of what is meant. In a hundred thousand passages each of them is everywhere, and counting
 * them costs more than all the rest. Folded as `history/core/words` does it.
 */
const ENGLISH =
  'a about according am an and any are as ask at be been but by can could did do does find for from get give had has have he her him his how i if in into is it its know like look ' +
  'me my of on or our please say says she should so some tell that the their them then there these they this those to up us was we were what when where which who whom whose why ' +
  'will with would you your'
const GERMAN =
  'aber als am an auch auf aus bei bin bitte bis da das dass dem den denn der des dich die dir doch du ein eine einem einen einer eines er es fur gib gibt hab habe haben hat ich ihr im in ' +
  'ist ja kann kannst konnen mal man mein meine meinem meinen meiner mich mir mit nach nicht noch nun nur ob oder sag sage sagen sagt sein seine sich sie sind so steht soll suche such ' +
  'um und uns unser unsere vom von vor war waren was welche welchem welchen welcher welches wenn wer wie wieviel wir wird wo wurde zu zum zur uber'
const FRENCH = 'au aux avec ce ces cette dans de des dis du elle en est et il ils je la le les leur lui ma mais me mes mon nous ou par pas pour qu que quel quelle qui sa se ses son sur un une vous'
const SPANISH = 'al como con cual cuando de del donde el ella en es esta este hay la las lo los mas me mi mis no o para pero por que quien se si sin sobre su sus un una y'

export const STOP_WORDS: ReadonlySet<string> = new Set([ENGLISH, GERMAN, FRENCH, SPANISH].flatMap((line) => line.split(' ')))

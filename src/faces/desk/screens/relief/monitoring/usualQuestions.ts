/** What a visit after a distribution usually asks, in both languages, each answered by yes or no. Whether items are in use counts in the results framework by its code. */
const usual = [
  { code: 'complete', asked: 'Recebeu tudo o que lhe disseram que ia receber? | Did you receive everything that you were told you would?' },
  { code: 'in_use', asked: 'Os artigos estão em uso? | Are the items in use?' },
  { code: 'quality', asked: 'A qualidade serve? | Is the quality good enough?' },
  { code: 'safe', asked: 'Sentiu-se em segurança na distribuição e no caminho? | Did you feel safe at the distribution and on the way?' },
  { code: 'complaint', asked: 'Sabe onde apresentar uma queixa? | Do you know where to make a complaint?' },
]
export const usualQuestions = usual.map(({ asked }) => asked).join('\n')

/** One question a line, `Portuguese | English`; a usual one keeps its code, of any other it is its place. */
export const questionsIn = (typed: string) =>
  typed
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => {
      const [pt = '', en = pt] = line.split('|').map((part) => part.trim())
      return { code: usual.find(({ asked }) => asked === line.trim())?.code ?? `q${at + 1}`, label: { pt, en }, good: 'yes' }
    })

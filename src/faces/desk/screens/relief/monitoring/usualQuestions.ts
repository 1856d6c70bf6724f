/** What a visit after a distribution usually asks, in both languages, each answered by yes or no. */
export const usualQuestions = [
  'Recebeu tudo o que lhe disseram que ia receber? | Did you receive everything that you were told you would?',
  'Os artigos estão em uso? | Are the items in use?',
  'A qualidade serve? | Is the quality good enough?',
  'Sentiu-se em segurança na distribuição e no caminho? | Did you feel safe at the distribution and on the way?',
  'Sabe onde apresentar uma queixa? | Do you know where to make a complaint?',
].join('\n')

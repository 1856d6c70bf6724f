/** Words of the map of flows, of the season and of the interviews. */
export const flowPartWords = {
  'flows.map': 'Mapa dos fluxos',
  'flows.mapNote':
    'A largura é o número de passagens; «?» é uma ponta que ninguém soube dizer, com o seu número. No boletim público só se desenha o que não foi retido.',
  'flows.mapOutside': 'Sem lugar no mapa: {list}.',
  'flows.season': 'Época do ano',
  'flows.season.shown':
    'De {years} {years|ano inteiro|anos inteiros}; {known} de {steps} {steps|período|períodos} com observação. 100 % é o habitual, em passagens por hora observada, sem a tendência.',
  'flows.season.notYet':
    'Ainda não chega: são precisos dois anos inteiros ({needed} {needed|período|períodos}) e há {known} com observação. Antes disso uma colheita podia parecer uma crise.',
  'flows.season.gaps':
    'Há falhas: {known} de {steps} {steps|período|períodos} com observação, e numa época do ano nunca se observou o bastante para a comparar.',
  'flows.season.time': 'Mês ou semana do ano',
  'flows.season.percent': 'Do habitual (%)',
  'flows.interviews': 'O que disseram os viajantes',
  'flows.interviews.none': 'Ninguém foi entrevistado neste período.',
  'flows.interviews.few': 'Responderam tão poucas pessoas que nada se mostra.',
  'flows.interviews.note': 'n = {n}. Contagens pequenas estão retidas, como no boletim. Não são uma amostra: são os que passaram e quiseram falar.',
  'flows.interviews.answers': 'Respostas',
  'flows.rate': '{rate} {rate|passagem|passagens} por hora observada, em {hours} {hours|hora|horas} nos pontos que se somam.',
} as const

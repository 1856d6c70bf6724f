/** Words of the page for journalists. */
export const pressWords = {
  pressTitle: { pt: 'Imprensa', en: 'Press' },
  pressIntro: { pt: 'Textos que se podem usar tal como estão, com indicação da fonte.', en: 'Texts that may be used as they stand, naming the source.' },
  pressNone: { pt: 'Ainda não há textos para a imprensa.', en: 'There are no texts for the press yet.' },
  pressMore: { pt: 'Mais', en: 'More' },
  pressReleases: { pt: 'Comunicados de imprensa', en: 'Press releases' },
  press_mission: { pt: 'A missão', en: 'The mission' },
  press_project: { pt: 'Projecto', en: 'Project' },
  press_quote: { pt: 'Citação', en: 'Quote' },
  press_contact: { pt: 'A quem perguntar', en: 'Whom to ask' },
} as const

/** What every reader must know before using the figures, unless the officer wrote something better: drawn from the coverage of the round itself. */
import type { Bilingual } from '../../kernel/index.ts'

export function usualLimitations({ notAssessed, carriedForward }: { notAssessed: number; carriedForward: number }): Bilingual[] {
  const said: Bilingual[] = [
    {
      pt: 'Os números vêm de informantes-chave em cada lugar; não são um registo de pessoas.',
      en: 'The figures come from key informants in each place; they are not a register of people.',
    },
  ]
  if (notAssessed > 0)
    said.push({
      pt: 'Houve lugares da lista que não foram avaliados; a ausência deles no total não significa regresso.',
      en: 'Some places on the list were not assessed; their absence from the total does not mean return.',
    })
  if (carriedForward > 0)
    said.push({
      pt: 'Houve lugares sem acesso cujo número foi mantido de uma ronda anterior e está incluído no total.',
      en: 'Some places without access carry the figure of an earlier round, which is part of the total.',
    })
  return said
}

/** A round of monitoring as a mission plans it, and the frame of its households: served in two sites, entitled and not served, not selected. */
const usual = [
  { code: 'in_use', label: { pt: 'O kit está em uso?', en: 'Is the kit in use?' }, good: 'yes' },
  { code: 'complete', label: { pt: 'Recebeu tudo o que lhe disseram?', en: 'Did you receive all that you were told?' }, good: 'yes' },
]

export const pdmRound = (code: string, questions: readonly object[] = usual) => ({
  ...{ code, title: { pt: 'Kits de abrigo, Metuge', en: 'Shelter kits, Metuge' }, place: 'MZ0109', distributions: ['D-2021-04'], formVersion: '1' },
  ...{ windowFrom: '2021-04-10', windowTo: '2021-04-25', questions, marginPoints: 5, designEffect: 1.5, responseRate: 0.9 },
})

export function frameOf(served: number, others: number): string {
  const line = (at: number, kind: string, stratum: string) => `H-${String(at).padStart(4, '0')},${kind},${stratum}`
  return [
    'agregado,grupo,estrato',
    ...Array.from({ length: served }, (_, at) => line(at + 1, 'served', at % 2 === 0 ? 'Metuge sede' : 'Nacuta')),
    ...Array.from({ length: others }, (_, at) => line(1001 + at, at % 2 === 0 ? 'not_served' : 'not_selected', 'todos')),
  ].join('\n')
}

/** Words of "may already be registered". */
export const hintWords = {
  'hint.title': 'Pode já estar registada',
  'hint.household': 'agregado {number}',
  'hint.here': 'registada neste telefone, {when}',
  'hint.goOn': 'É só um aviso. Pergunte à pessoa; se é outra, continue.',
  'hint.same': 'É a mesma pessoa',
  'hint.another': 'É outra pessoa',
  'hint.names.same': 'mesmo nome',
  'hint.names.swapped': 'mesmos nomes, outra ordem',
  'hint.names.alike': 'nome parecido',
  'hint.names.differs': 'nome diferente',
  'hint.birth.same': 'mesmo ano de nascimento',
  'hint.birth.near': 'ano de nascimento próximo',
  'hint.birth.differs': 'outro ano de nascimento',
  'hint.sex.same': 'mesmo sexo',
  'hint.sex.differs': 'outro sexo',
}

/** Palavras do caminho entre um registo e os números feitos dele, nos dois sentidos. */
export const lineageWords = {
  'results.usedIn': 'Números feitos deste registo',
  'results.figureOf': 'Indicador {indicator}',
  'results.notPublished': 'ainda não está em nenhum relatório publicado',
  'results.differences': 'O introduzido e o calculado não coincidem',
  'results.differencesNote': 'Alguém introduziu um valor e os registos dizem outro. Os dois ficam; explique a diferença numa nota.',
  'results.apart': 'Diferença',
  'breakdown.sex': 'Por sexo',
  'breakdown.ageBand': 'Por idade',
  'breakdown.disability': 'Por deficiência',
  'breakdown.stage': 'Por fase',
  'breakdown.unit': 'Por unidade',
  'part.female': 'mulheres',
  'part.male': 'homens',
  'part.unknown': 'não se sabe',
}

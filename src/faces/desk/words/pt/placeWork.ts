/** Palavras do trabalho num lugar: o mapa para imprimir, o seu ponto e os seus limites. */
export const placeWorkWords = {
  'place.print': 'Mapa para imprimir',
  'place.printNote': 'PDF com quadrícula e índice dos lugares; mostra os centros da sua área e diz que é de uso interno.',
}

/** Palavras do trabalho num lugar: o mapa para imprimir, o seu ponto e os seus limites. */
export const placeWorkWords = {
  'place.print': 'Mapa para imprimir',
  'place.printNote': 'PDF com quadrícula e índice dos lugares; mostra os centros da sua área e diz que é de uso interno.',
  'place.geometry': 'Ponto e limites',
  'place.movePoint': 'Mudar o ponto',
  'place.replaceBoundary': 'Substituir o limite',
  'place.before': 'Antes',
  'place.what.point': 'Ponto',
  'place.what.boundary': 'Limite oficial',
  'place.noBoundary': 'nenhum',
  'place.until': 'até {at}, por {by}:',
  'place.setAgain': 'Repor este',
  'place.reason': 'Razão',
  'place.lat': 'Latitude',
  'place.lon': 'Longitude',
  'place.pressMap': 'Mapa: prima onde fica {name}',
  'place.pointNote': 'Prima no mapa ou escreva as coordenadas, como -12.9712 ou 12° 58′ S. O ponto confere-se com o distrito; o anterior fica guardado.',
  'place.evenSo': 'O ponto está certo, apesar disso',
  'place.boundaryNote':
    'Um GeoJSON com uma só área. Tem de fechar, não se cruzar e ficar dentro da área que a contém (até 2 km). O limite anterior fica guardado.',
  'place.boundaryFile': 'Largue aqui o limite de um lugar, ou escolha-o',
}

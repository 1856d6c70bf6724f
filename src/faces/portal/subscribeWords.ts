/** Words of following what is published: by a feed, or by e-mail. */
export const subscribeWords = {
  subscribeTitle: { pt: 'Receber novidades', en: 'Follow what is new' },
  subscribeIntro: {
    pt: 'Saiba quando sai uma publicação sobre as áreas e os lugares que lhe interessam. Com um leitor de novidades (Atom) não precisa de dar nenhum endereço.',
    en: 'Hear when something is published about the areas and places that you care about. With a news reader (Atom) you need to give no address at all.',
  },
  subscribeFeed: { pt: 'Por leitor de novidades', en: 'By a news reader' },
  subscribeFeedHow: { pt: 'Escolha, e copie o endereço para o seu leitor de novidades.', en: 'Choose, and copy the address into your news reader.' },
  subscribeFeedShow: { pt: 'Mostrar o endereço', en: 'Show the address' },
  subscribeMail: { pt: 'Por e-mail', en: 'By e-mail' },
  subscribeMailOff: {
    pt: 'O envio por e-mail não está ligado neste portal. Use o endereço Atom acima.',
    en: 'E-mail is not switched on for this portal. Use the Atom address above.',
  },
  subscribeEmail: { pt: 'O seu e-mail', en: 'Your e-mail' },
  subscribeIn: { pt: 'Língua das mensagens', en: 'Language of the letters' },
  subscribePersonal: {
    pt: 'Recebe uma mensagem com uma ligação para confirmar; sem isso o endereço é apagado daqui a sete dias. O endereço fica cifrado, serve só para isto, e é destruído quando sair. Cada mensagem traz a ligação para sair.',
    en: 'You receive a letter with a link to confirm; without that the address is erased in seven days. The address is kept encrypted, serves for this alone, and is destroyed when you leave. Each letter brings the link to leave.',
  },
  subscribeSend: { pt: 'Subscrever', en: 'Subscribe' },
  subscribeAsked: { pt: 'Veja o seu correio', en: 'Look at your mail' },
  subscribeAskedNote: {
    pt: 'Se o endereço está certo, chega em poucos minutos uma mensagem com uma ligação. Abra-a para confirmar.',
    en: 'If the address is right, a letter with a link arrives in a few minutes. Open it to confirm.',
  },
  subscribeConfirm: { pt: 'Confirmar a subscrição', en: 'Confirm the subscription' },
  subscribeConfirmNote: {
    pt: 'Falta um passo: confirme que quer receber estas novidades.',
    en: 'One step is missing: confirm that you want to receive this news.',
  },
  subscribeYours: { pt: 'A sua subscrição', en: 'Your subscription' },
  subscribeConfirmed: { pt: 'Está confirmada. Recebe no máximo uma mensagem por dia.', en: 'It is confirmed. You receive one letter a day at most.' },
  subscribeLeave: { pt: 'Deixar de receber', en: 'Receive no more' },
  subscribeLeft: { pt: 'Saiu da lista', en: 'You left the list' },
  subscribeLeftNote: { pt: 'O seu endereço foi destruído.', en: 'Your address was destroyed.' },
  subscribeGone: { pt: 'A ligação não abre', en: 'The link does not open' },
  subscribeAbout: { pt: 'Áreas', en: 'Areas' },
} as const

/** Words of public events, and of sounds and films. */
export const eventWords = {
  transcript: { pt: 'Transcrição', en: 'Transcript' },
  eventsTitle: { pt: 'Eventos', en: 'Events' },
  eventsIntro: { pt: 'Lançamentos, exposições e dias comemorativos abertos a todos.', en: 'Launches, exhibitions and days that everybody may come to.' },
  eventsNone: { pt: 'Não há eventos marcados.', en: 'No events are planned.' },
  eventCancelled: { pt: 'Este evento foi cancelado.', en: 'This event was cancelled.' },
  eventFile: { pt: 'Pôr no meu calendário (iCalendar)', en: 'Put into my calendar (iCalendar)' },
  eventCalendar: { pt: 'Seguir todos os eventos no meu calendário', en: 'Follow all events in my calendar' },
  event_launch: { pt: 'Lançamento', en: 'Launch' },
  event_exhibition: { pt: 'Exposição', en: 'Exhibition' },
  event_day_of: { pt: 'Dia comemorativo', en: 'Commemorative day' },
  event_information_visit: { pt: 'Visita de informação', en: 'Information visit' },
  event_training: { pt: 'Formação', en: 'Training' },
  event_other: { pt: 'Evento', en: 'Event' },
} as const

/** How the house is, part by part, and what to do next. */
import type { Sentences } from '../text/sentences.ts'

export const healthSentences: Sentences = {
  'health.rolled-back': {
    pt: 'Alguém repôs uma cópia mais antiga desta base de dados; notou-se em {at} (época {epoch}). Antes sabia até à linha {knew} da auditoria, a cópia só até à {knows}. Pergunte quem foi, compare com a última cópia de segurança, volte a introduzir o que falta e escreva abaixo o que apurou.',
    en: 'Somebody put an older copy of this database back; it was noticed on {at} (epoch {epoch}). It had known up to audit line {knew}, the copy only up to {knows}. Find out who did it, compare with the last backup, enter again what is missing, and write below what you found.',
  },
  'health.not-rolled-back': {
    pt: 'A base de dados é a que foi deixada: ninguém repôs uma cópia antiga sem se saber.',
    en: 'The database is the one that was left: nobody has put an old copy back unnoticed.',
  },
  'health.note-missing': {
    pt: 'Escreva o que apurou: quem repôs a cópia, o que faltava e o que se voltou a introduzir.',
    en: 'Write what you found: who put the copy back, what was missing, and what was entered again.',
  },
  'health.durable': {
    pt: 'Cada gravação chega ao disco antes de ser confirmada: um corte de energia não perde nada do que foi dado como guardado.',
    en: 'Each write reaches the disk before it is confirmed: a power cut loses nothing that was reported as saved.',
  },
  'health.not-durable': {
    pt: 'A base de dados não espera pelo disco ({settings}). Um corte de energia pode perder ou estragar dados. Quem opera o servidor deve pôr estas definições em «on» e arrancar de novo.',
    en: 'The database does not wait for the disk ({settings}). A power cut can lose or damage data. Whoever runs the server must set these to "on" and start again.',
  },
  'health.backup-fresh': {
    pt: 'A última cópia de segurança é de {at}. Leve-a para outro sítio (no mesmo disco perde-se com ele), ou indique um segundo lugar com «capulana backup --second PASTA».',
    en: 'The last backup is of {at}. Carry it to another place (on the same disk it is lost with the disk), or name a second place with "capulana backup --second FOLDER".',
  },
  'health.backup-old': {
    pt: 'A última cópia de segurança tem {hours} {hours|hora|horas} ({at}). Faça já uma com «capulana backup FICHEIRO» e veja porque a da noite não se fez.',
    en: 'The last backup is {hours} {hours|hour|hours} old ({at}). Make one now with "capulana backup FILE", and see why the nightly one was not made.',
  },
  'health.backup-none': {
    pt: 'Ainda não há nenhuma cópia de segurança. Faça uma com «capulana backup FICHEIRO» num disco que se possa levar; a da noite faz-se sozinha.',
    en: 'There is no backup yet. Make one with "capulana backup FILE" on a disk that can be carried away; the nightly one makes itself.',
  },
  'health.backup-elsewhere': {
    pt: 'A base de dados está num servidor vosso: daqui não se vê se é copiada. Confirme com quem o opera que há cópia diária, e copie à parte a pasta dos ficheiros.',
    en: 'The database is on a server of your own: whether it is backed up cannot be seen from here. Ask its operator for a daily backup, and copy the folder of files apart.',
  },
  'health.second-fresh': {
    pt: 'A cópia mais recente em {folder} é de {at} ({hours} {hours|hora|horas}); a de {here} está junto dos dados.',
    en: 'The newest copy in {folder} is of {at} ({hours} {hours|hour|hours} old); that of {here} lies beside the data.',
  },
  'health.second-old': {
    pt: 'A cópia mais recente em {folder} tem {hours} {hours|hora|horas} ({at}); junto dos dados: {here}. Veja se o disco está ligado e tem espaço; a próxima noite copia outra vez.',
    en: 'The newest copy in {folder} is {hours} {hours|hour|hours} old ({at}); beside the data: {here}. See that the disk is connected and has room; the next night copies again.',
  },
  'health.second-none': {
    pt: 'O segundo lugar {folder} ainda não tem nenhuma cópia; a desta noite vai para lá.',
    en: 'The second place {folder} has no copy yet; that of this night goes there.',
  },
  'health.second-gone': {
    pt: 'Não se chega ao segundo lugar das cópias, {folder}: só há cópias no disco dos dados. Ligue o disco ou a pasta partilhada, ou indique outro lugar com «capulana backup --second PASTA».',
    en: 'The second place of the backups, {folder}, cannot be reached: copies lie on the disk of the data only. Connect the disk or the share, or name another place with "capulana backup --second FOLDER".',
  },
  'health.backup-open': {
    pt: 'As cópias de segurança não são cifradas: quem as apanhar lê tudo. Faça chaves com «capulana recovery-key FICHEIRO» e nomeie os responsáveis com «capulana recipients add FICHEIRO.pub».',
    en: 'Backups are not encrypted: whoever finds one reads everything. Make keys with "capulana recovery-key FILE" and name the officers with "capulana recipients add FILE.pub".',
  },
  'health.backup-sealed': {
    pt: 'As cópias de segurança são cifradas; responsáveis que as abrem: {n}. Experimente uma chave em cada trimestre.',
    en: 'Backups are encrypted; officers who can open them: {n}. Try one of the keys each quarter.',
  },
  'health.backup-sealed-from-now': {
    pt: 'As próximas cópias serão cifradas; responsáveis que as abrem: {n}. A última ainda não o é: faça uma nova e apague as abertas.',
    en: 'The next backups will be encrypted; officers who can open them: {n}. The last one is not yet: make a new one and delete those that are open.',
  },
  'health.sealed': {
    pt: 'Todas as linhas da auditoria estão seladas; último selo: {at}.',
    en: 'All lines of the audit are sealed; last seal: {at}.',
  },
  'health.seal-soon': {
    pt: 'A linha mais antiga por selar tem {minutes} {minutes|minuto|minutos}; sela-se de quinze em quinze minutos.',
    en: 'The oldest line without a seal is {minutes} {minutes|minute|minutes} old; a seal is made every fifteen minutes.',
  },
  'health.seal-late': {
    pt: 'Há linhas da auditoria por selar há {minutes} {minutes|minuto|minutos}: até lá uma mudança não se prova. Veja as tarefas abaixo; «capulana verify» sela logo.',
    en: 'Lines of the audit have been without a seal for {minutes} {minutes|minute|minutes}: until then a change cannot be proven. Look at the jobs below; "capulana verify" seals at once.',
  },
  'health.disk-room': {
    pt: 'Há {free} GB livres no disco dos dados ({percent} %).',
    en: '{free} GB are free on the disk of the data ({percent} %).',
  },
  'health.disk-filling': {
    pt: 'Só há {free} GB livres no disco dos dados ({percent} %). Leve cópias antigas para outro sítio e peça um disco maior.',
    en: 'Only {free} GB are free on the disk of the data ({percent} %). Carry old backups elsewhere and ask for a larger disk.',
  },
  'health.disk-full': {
    pt: 'O disco dos dados está quase cheio: {free} GB livres ({percent} %). Liberte já espaço; com o disco cheio nada se grava.',
    en: 'The disk of the data is nearly full: {free} GB free ({percent} %). Free some space now; on a full disk nothing is saved.',
  },
  'health.jobs-run': {
    pt: 'As tarefas de fundo andam: selos, marca e cópia da noite.',
    en: 'The work in the background goes on: seals, mark and nightly backup.',
  },
  'health.jobs-never': {
    pt: 'As tarefas de fundo nunca correram aqui: sem elas não há selos nem cópia da noite. Arranque com «capulana start».',
    en: 'The work in the background has never run here: without it there are no seals and no nightly backup. Start with "capulana start".',
  },
  'health.jobs-late': {
    pt: 'As tarefas de fundo estão {minutes} {minutes|minuto|minutos} atrasadas. Se não recuperarem numa hora, arranque de novo.',
    en: 'The work in the background is {minutes} {minutes|minute|minutes} late. If it has not caught up in an hour, start again.',
  },
  'health.jobs-stand': {
    pt: 'As tarefas de fundo estão paradas (minutos desde a última: {minutes}). Sem elas não há selos nem cópia da noite: arranque com «capulana start».',
    en: 'The work in the background stands still (minutes since the last: {minutes}). Without it there are no seals and no nightly backup: start with "capulana start".',
  },
  'health.jobs-failing': {
    pt: 'Tarefas que falham: {jobs}. Mostre as linhas «jobs» do registo do programa a quem o opera; para a cópia da noite, faça já uma à mão.',
    en: 'Jobs that fail: {jobs}. Show the "jobs" lines of the program’s log to whoever runs it; if it is the nightly backup, make one by hand now.',
  },
  'health.factors-all': {
    pt: 'Quem deve ter segundo factor tem-no.',
    en: 'Everybody who must have a second factor has one.',
  },
  'health.factors-missing': {
    pt: 'Contas que devem ter segundo factor e não têm: {n}. Ao entrar não passam daí; veja-as em «Pessoas».',
    en: 'Accounts that must have a second factor and have none: {n}. They come no further when they sign in; see them under "People".',
  },
}

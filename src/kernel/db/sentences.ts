/** What the database, its backups and its restore refuse, in words. */
import type { Sentences } from '../text/sentences.ts'

export const databaseSentences: Sentences = {
  'db.folder-not-reachable': {
    pt: 'A base de dados não pode correr como «root» e outra conta não chega à pasta {folder}. Escolha com --data uma pasta fora de uma área fechada, como /srv/capulana.',
    en: 'The database may not run as root, and no other account can reach the folder {folder}. With --data name a folder outside a closed area, such as /srv/capulana.',
  },
  'db.second-place-gone': {
    pt: 'A pasta {folder} não existe ou não se pode escrever nela. Ligue o disco, crie a pasta e dê à conta do programa o direito de escrever; depois repita.',
    en: 'The folder {folder} is not there or cannot be written to. Connect the disk, make the folder, let the account of the program write there; then repeat.',
  },
  'db.second-place-inside': {
    pt: 'A pasta {folder} está dentro da pasta dos dados: perde-se com ela. Indique uma pasta noutro disco.',
    en: 'The folder {folder} lies inside the folder of the data and is lost with it. Name a folder on another disk.',
  },
  'db.folder-not-a-database': {
    pt: 'A pasta {folder} existe, mas não contém a base de dados. Mude-lhe o nome, ou indique outra pasta com --data.',
    en: 'The folder {folder} is there but holds no database. Rename it, or name another folder with --data.',
  },
  'db.no-programs-for-platform': {
    pt: 'Não há programas de PostgreSQL para este sistema ({platform}). Repita «npm ci» com as dependências opcionais, ou indique um servidor em DATABASE_URL.',
    en: 'There are no PostgreSQL programs for this system ({platform}). Repeat "npm ci" with its optional dependencies, or name a server in DATABASE_URL.',
  },
  'db.port-taken': {
    pt: 'A porta {port} já está ocupada. Escolha outra, ou não indique nenhuma: procuramos uma livre.',
    en: 'Port {port} is taken. Choose another, or name none and a free one is found.',
  },
  'db.no-free-port': {
    pt: 'Não há nenhuma porta livre nesta máquina. Feche programas que já não usa e tente de novo.',
    en: 'There is no free port on this machine. Close programs that you no longer use and try again.',
  },
  'db.rolled-back': {
    pt: 'A base de dados foi reposta numa cópia mais antiga: sabe até à linha {seq}, mas em {markAt} já sabia até à {markSeq}. Começou uma nova época e os telefones voltam a enviar o que ainda têm. Pergunte quem repôs a cópia, e veja o que falta.',
    en: 'The database was put back to an older copy: it knows up to line {seq}; on {markAt} the last line known was {markSeq}. A new epoch has begun and phones send again what they still hold. Ask who put the copy back, and see what is missing.',
  },
  'db.mark-not-kept': {
    pt: 'Não é possível escrever {file}: se alguém repuser uma cópia antiga, não se notará. Dê à conta do programa o direito de escrever nessa pasta.',
    en: "{file} cannot be written: if somebody puts an old copy back, nobody will notice. Let the program's account write in that folder.",
  },
  'db.backup-no-space': {
    pt: 'Não há espaço para a cópia de segurança {file}. A anterior continua boa. Liberte espaço ou escolha outro disco.',
    en: 'There is no room for the backup {file}. The one before is still good. Free some space or choose another disk.',
  },
  'db.backup-not-found': { pt: 'Não há nenhum ficheiro em {file}. Verifique o caminho.', en: 'There is no file at {file}. Check the path.' },
  'db.backup-damaged': {
    pt: 'A cópia de segurança {file} está estragada ou incompleta ({why}). Nada foi mudado. Use a cópia anterior, e faça já uma nova.',
    en: 'The backup {file} is damaged or incomplete ({why}). Nothing was changed. Use the one before it, and make a new one now.',
  },
  'db.backup-signature-invalid': {
    pt: 'A assinatura da cópia de segurança {file} não confere: alguém a alterou. Nada foi mudado. Use outra cópia e avise a segurança.',
    en: 'The signature of the backup {file} does not hold: somebody changed it. Nothing was changed here. Use another copy and tell your security focal point.',
  },
  'db.backup-other-signer': {
    pt: 'A cópia de segurança {file} foi assinada por outra missão ou com outra chave. Confirme de onde vem, ou indique o chaveiro certo.',
    en: 'The backup {file} was signed by another mission or with another key. Find out where it comes from, or name the right keyring.',
  },
  'db.backup-wrong-key': {
    pt: 'A cópia de segurança {file} está cifrada e esta chave ou frase-passe não a abre. Peça a chave a um responsável pela recuperação.',
    en: 'The backup {file} is encrypted, and this key or passphrase does not open it. Ask a recovery officer for the key.',
  },
  'db.key-exists': {
    pt: 'Já existe {file} ou {file}.pub; uma chave nunca se escreve por cima de outra. Indique outro nome.',
    en: '{file} or {file}.pub is there already; a key is never written over another. Give another name.',
  },
  'db.key-not-written': {
    pt: 'Não se pode escrever {file}. Escolha uma pasta que exista e onde possa escrever, de preferência numa pen que se guarda à parte.',
    en: '{file} cannot be written. Choose a folder that is there and that you may write to, best on a stick that is kept apart.',
  },
  'db.no-public-key': {
    pt: '{file} não é uma chave pública de recuperação. Indique o ficheiro .pub que «capulana recovery-key» fez; a parte privada nunca vem para aqui.',
    en: '{file} is no public recovery key. Name the .pub file that "capulana recovery-key" made; the private half never comes here.',
  },
  'db.no-private-key': {
    pt: '{file} não é uma chave privada de recuperação. Peça a um responsável o ficheiro que «capulana recovery-key» fez, sem .pub.',
    en: '{file} is no private recovery key. Ask an officer for the file that "capulana recovery-key" made, without .pub.',
  },
  'db.no-such-recipient': {
    pt: 'Nenhum responsável das definições tem a impressão digital «{fingerprint}». «capulana recipients» mostra-os; os do país mudam-se no seu ficheiro.',
    en: 'No officer among the settings has the fingerprint "{fingerprint}". "capulana recipients" shows them; those of the country are changed in its file.',
  },
  'db.restore-folder-not-empty': {
    pt: 'A pasta {folder} não está vazia. Uma cópia só se repõe numa pasta vazia: indique outra com --data.',
    en: 'The folder {folder} is not empty. A backup is only restored into an empty folder: name another with --data.',
  },
  'db.table-missing': {
    pt: 'Na cópia reposta falta a tabela {table} ({database}). Não confie nesta cópia; faça já uma nova e verifique-a.',
    en: 'The restored copy lacks the table {table} ({database}). Do not rely on this backup; make a new one now and verify it.',
  },
  'db.rows-differ': {
    pt: 'A tabela {table} tem {found} {found|linha|linhas} na cópia reposta; esperavam-se entre {least} e {most}. Não confie nesta cópia; faça já uma nova e verifique-a.',
    en: 'The table {table} has {found} {found|row|rows} in the restored copy; between {least} and {most} were expected. Do not rely on this backup; make a new one now and verify it.',
  },
  'db.file-damaged': {
    pt: 'O ficheiro {file} já não tem o conteúdo que o seu nome promete: estragou-se antes desta cópia. Procure-o numa cópia mais antiga.',
    en: 'The file {file} no longer holds what its name promises: it was damaged before this backup. Look for it in an older one.',
  },
  'db.file-missing': {
    pt: 'Falta o ficheiro {file}, que a base de dados conhece. Procure-o numa cópia mais antiga.',
    en: 'The file {file}, which the database knows, is missing. Look for it in an older backup.',
  },
}

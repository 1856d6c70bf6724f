/** A form that registers people, as an author writes it: the questions that tell who somebody is are marked, so that the phone can compare. */
import { compile } from '../../src/engines/xlsform/index.ts'
import { readMarkdown } from '../../src/kernel/forms/readMarkdown.ts'

const workbook = `
| survey |
| | type | name | label::Português (pt) | label::English (en) | required | relevant | bind::capulana:person |
| | select_one yes_no | consent | A pessoa responsável aceita? | Does the head agree? | yes | | |
| | begin_repeat | person | Pessoa | Person | | | |
| | text | given | Nome próprio | Given name | | \${consent} = 'yes' | given |
| | text | surname | Apelido | Surname | | \${consent} = 'yes' | surname |
| | select_one sex | sex | Sexo | Sex | | | sex |
| | date | birth_date | Data de nascimento | Date of birth | | | birth_date |
| | integer | age | Idade em anos | Age in years | | | age |
| | select_one before | before | Já foi registada antes? | Registered before? | | | decision |
| | end_repeat | | | | | | |
| choices |
| | list_name | name | label::Português (pt) | label::English (en) |
| | yes_no | yes | Sim | Yes |
| | yes_no | no | Não | No |
| | sex | f | Feminino | Female |
| | sex | m | Masculino | Male |
| | before | same | Sim, é a mesma pessoa | Yes, the same person |
| | before | another | Não, é outra pessoa | No, another person |
| settings |
| | form_id | form_title | version | default_language | namespaces |
| | people | Registo | 1 | Português (pt) | capulana="urn:capulana:forms" |
`

export function peopleForm() {
  const compiled = compile(readMarkdown(workbook))
  if (!compiled.xform) throw new Error(JSON.stringify(compiled.findings))
  return { ...compiled, xform: compiled.xform }
}

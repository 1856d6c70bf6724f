/** The questionnaire of the field app's stories, as an author writes it: a place, districts of a province, households, a photo, an order of needs. */
import { compile } from '../../src/engines/xlsform/index.ts'
import { readMarkdown } from '../../src/kernel/forms/readMarkdown.ts'

const workbook = `
| survey |
| | type | name | label::Português (pt) | label::English (en) | hint::Português (pt) | hint::English (en) | guidance_hint::Português (pt) | guidance_hint::English (en) | required | constraint | constraint_message::Português (pt) | constraint_message::English (en) | calculation | choice_filter | appearance | parameters |
| | note | intro | Cumprimente primeiro o *líder do local*. | First greet the *leader of the site*. | | | | | | | | | | | | |
| | select_one sites | site | Em que local está? | Which site are you at? | Escolha da sua lista. **Não** escreva o nome. | Choose from your list. Do **not** type the name. | Se não está na lista, fale com o seu chefe de equipa. | If it is not on the list, speak to your team leader. | | | | | | | minimal | |
| | begin_group | where | Onde | Where | | | | | | | | | | | | |
| | select_one provinces | province | Província | Province | | | | | yes | | | | | | | |
| | select_one districts | district | Distrito | District | | | | | yes | | | | | province = \${province} | | |
| | end_group | | | | | | | | | | | | | | | |
| | begin_repeat | households | Agregados | Households | | | | | | | | | | | | |
| | text | head | Nome do chefe do agregado | Name of the head | | | | | | | | | | | | |
| | integer | members | Quantas pessoas? | How many people? | | | | | yes | . > 0 and . <= 40 | Entre 1 e 40 pessoas. | Between 1 and 40 people. | | | | |
| | select_multiple needs | needs | De que precisam? | What do they need? | | | | | | | | | | | | |
| | end_repeat | | | | | | | | | | | | | | | |
| | calculate | people | | | | | | | | | | | sum(\${members}) | | | |
| | decimal | water | Litros de água por pessoa | Litres of water per person | | | | | | | | | | | | |
| | date | since | Desde quando? | Since when? | | | | | | | | | | | | |
| | image | photo | Fotografia do local | Photo of the site | | | | | | | | | | | | |
| | geopoint | gps | Onde é? | Where is it? | | | | | | | | | | | | |
| | range | safe | Sentem-se seguros? (0 a 10) | Do they feel safe? (0 to 10) | | | | | | | | | | | | start=0 end=10 step=1 |
| | rank needs | order | O que é mais urgente? | What is most urgent? | | | | | | | | | | | | |
| | image | signature | Assinatura | Signature | | | | | | | | | | | signature | |
| | acknowledge | told | Expliquei para que servem os dados | I explained what the data are for | | | | | yes | | | | | | | |
| choices |
| | list_name | name | label::Português (pt) | label::English (en) | province |
| | sites | mieze | Mieze sede | Mieze centre | |
| | sites | chiure_velho | Chiúre Velho | Chiúre Velho | |
| | provinces | cabo_delgado | Cabo Delgado | Cabo Delgado | |
| | provinces | nampula | Nampula | Nampula | |
| | districts | pemba | Pemba | Pemba | cabo_delgado |
| | districts | metuge | Metuge | Metuge | cabo_delgado |
| | districts | memba | Memba | Memba | nampula |
| | needs | water | Água | Water | |
| | needs | food | Comida | Food | |
| | needs | shelter | Abrigo | Shelter | |
| settings |
| | form_id | form_title | version | default_language | instance_name |
| | site_visit | Visita ao local | 3 | Português (pt) | concat(\${district}, ' ', \${people}) |
`

export function siteVisit() {
  const compiled = compile(readMarkdown(workbook))
  if (!compiled.xform) throw new Error(JSON.stringify(compiled.findings))
  return { ...compiled, xform: compiled.xform }
}

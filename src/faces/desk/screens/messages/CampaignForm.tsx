/** A campaign is planned, or changed while it is planned: what is to change, for whom, in which languages, with which messages and over which channels. */
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Channel, channels } from '../../../../engines/message/index.ts'
import { KeyedForm } from '../../../ui/KeyedForm.tsx'
import { PlacePicker } from '../../../ui/PlacePicker.tsx'
import { Refusals } from '../../../ui/Refusals.tsx'
import { patch, post, refusalsOf } from '../../api/ask.ts'
import { useCodes } from '../../api/codes.ts'
import { type Campaign, useMessages, useOutreachDeed } from '../../api/messages.ts'
import { searchPlaces } from '../../api/places.ts'
import { useWords } from '../../words/words.ts'

const empty = { pt: '', en: '', objective: '', audience: '', literacy: 'both', fromDay: '', toDay: '', government: 'waiting', governmentWords: '' }
const literacies = ['reads', 'hears', 'both', 'unknown'] as const
const governments = ['waiting', 'given', 'not_required'] as const
type Chosen = { languages: string[]; messages: string[]; channels: Channel[]; places: { pcode: string; name: string }[] }
const nothing: Chosen = { languages: ['por'], messages: [], channels: [], places: [] }

const givenOf = (campaign: Campaign): typeof empty => ({
  ...{ pt: campaign.name.pt, en: campaign.name.en, objective: campaign.objective, audience: campaign.audience, literacy: campaign.literacy },
  ...{ fromDay: campaign.fromDay, toDay: campaign.toDay, government: campaign.government, governmentWords: campaign.governmentWords ?? '' },
})
const chosenOf = ({ languages, messages, channels: over, fits }: Campaign): Chosen => ({
  ...{ languages, messages, channels: over },
  places: fits.map(({ place, placeName }) => ({ pcode: place, name: placeName ?? place })),
})

/** `campaign` left out: a new one. */
export function CampaignForm({ campaign }: { campaign?: Campaign }) {
  const { t } = useWords()
  const languages = useCodes('messageLanguage')
  const messages = useMessages().data?.messages ?? []
  const [given, setGiven] = useState(campaign ? givenOf(campaign) : empty)
  const [chosen, setChosen] = useState(campaign ? chosenOf(campaign) : nothing)
  const { pt, en, governmentWords, ...rest } = given
  const planning = useOutreachDeed(
    () => {
      const kept = campaign ? { budgetLine: campaign.budgetLine, indicators: campaign.indicators, partner: campaign.partner } : {}
      const body = { ...kept, ...rest, ...chosen, name: { pt, en }, governmentWords: governmentWords || null, places: chosen.places.map(({ pcode }) => pcode) }
      return campaign ? patch(`/api/publications/campaigns/${campaign.id}`, body) : post('/api/publications/campaigns', body)
    },
    () => {
      if (campaign) return
      setGiven(empty)
      setChosen(nothing)
    },
  )
  const put = (name: keyof typeof empty) => (event: { currentTarget: { value: string } }) => setGiven({ ...given, [name]: event.currentTarget.value })
  const input = (name: 'pt' | 'en' | 'objective' | 'audience' | 'fromDay' | 'toDay' | 'governmentWords', type = 'text') => (
    <TextInput type={type} label={t(`campaigns.new.${name}`)} value={given[name]} onChange={put(name)} />
  )
  const list = (name: 'languages' | 'messages' | 'channels', options: { value: string; label: string }[]) => (
    <Checkbox.Group label={t(`campaigns.new.${name}`)} value={chosen[name]} onChange={(values) => setChosen({ ...chosen, [name]: values })}>
      <div className="choices">
        {options.map((option) => (
          <Checkbox key={option.value} {...option} />
        ))}
      </div>
    </Checkbox.Group>
  )
  const ready =
    [pt, en, given.objective, given.audience, given.fromDay, given.toDay].every((each) => each.trim() !== '') &&
    chosen.places.length > 0 &&
    chosen.channels.length > 0
  const deed = t(campaign ? 'campaigns.save' : 'campaigns.new')
  return (
    <>
      <Refusals refusals={refusalsOf(planning.error)} focus />
      <KeyedForm onSave={() => ready && planning.mutate(undefined)} label={deed}>
        <div className="side-by-side">
          {input('pt')}
          {input('en')}
        </div>
        {input('objective')}
        <div className="side-by-side">
          {input('audience')}
          <NativeSelect
            label={t('campaigns.new.literacy')}
            value={given.literacy}
            onChange={put('literacy')}
            data={literacies.map((value) => ({ value, label: t(`campaigns.literacy.${value}`) }))}
          />
          {input('fromDay', 'date')}
          {input('toDay', 'date')}
        </div>
        {list('languages', languages.options)}
        {list(
          'messages',
          messages.map(({ id, key }) => ({ value: id, label: key })),
        )}
        {list(
          'channels',
          channels.map((value) => ({ value, label: t(`messages.channel.${value}`) })),
        )}
        <PlacePicker
          search={searchPlaces}
          onChoose={(place) => setChosen({ ...chosen, places: [...chosen.places.filter(({ pcode }) => pcode !== place.pcode), place] })}
          label={t('campaigns.new.places')}
        />
        <ul className="chosen">
          {chosen.places.map(({ pcode, name }) => (
            <li key={pcode}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('campaigns.takeOut', { name })}
                onClick={() => setChosen({ ...chosen, places: chosen.places.filter((each) => each.pcode !== pcode) })}
              >
                {name} ×
              </Button>
            </li>
          ))}
        </ul>
        <div className="side-by-side">
          <NativeSelect
            label={t('campaigns.government')}
            value={given.government}
            onChange={put('government')}
            data={governments.map((value) => ({ value, label: t(`campaigns.government.${value}`) }))}
          />
          {input('governmentWords')}
        </div>
        <div className="form-deeds">
          <Button type="submit" disabled={!ready} loading={planning.isPending}>
            {deed}
          </Button>
        </div>
      </KeyedForm>
    </>
  )
}

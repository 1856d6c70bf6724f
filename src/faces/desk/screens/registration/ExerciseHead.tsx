/** The head of a bench inside an exercise: the way back and the exercise's name. */
import { Link } from 'wouter'
import { useExercises } from '../../api/registration.ts'
import { useWords } from '../../words/words.ts'

export function ExerciseHead({ id, title }: { id: string; title: string }) {
  const { t } = useWords()
  const { data } = useExercises()
  return (
    <>
      <p className="small">
        <Link href="/registration">{t('registration.title')}</Link> <span aria-hidden="true">›</span>{' '}
        <Link href={`/registration/exercises/${id}`}>{data?.exercises.find((each) => each.id === id)?.name ?? t('registration.exercise')}</Link>
      </p>
      <h1>{title}</h1>
    </>
  )
}

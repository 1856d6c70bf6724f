/** A button that asks for a file and hands it on. The same file can be chosen again once it was mended. */
export function ChooseFile({
  label,
  take,
  accept,
  disabled,
  quiet = false,
}: {
  label: string
  take(file: File): void
  /** Endings, as the browser wants them; without them every file may be chosen. */
  accept?: string
  disabled?: boolean
  /** A link among others instead of a button. */
  quiet?: boolean
}) {
  return (
    <label className={quiet ? 'upload-link' : 'upload-button'}>
      {label}
      <input
        type="file"
        className="unseen"
        accept={accept}
        disabled={disabled}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) take(file)
          event.currentTarget.value = ''
        }}
      />
    </label>
  )
}

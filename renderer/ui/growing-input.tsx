/** A one-paragraph field without a frame that grows with its words: titles on the page. */
interface Props {
  readonly value: string;
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string;
  onChange(value: string): void;
}

export function GrowingInput({ value, label, placeholder, className, onChange }: Props) {
  return (
    <textarea
      className={`growing ${className ?? ''}`}
      rows={1}
      // An empty one begins where the page's lines begin.
      dir={value === '' ? undefined : 'auto'}
      value={value}
      aria-label={label}
      placeholder={placeholder}
      spellCheck={false}
      onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        const editor = event.currentTarget
          .closest('section')
          ?.querySelector<HTMLElement>('[contenteditable]');
        editor?.focus();
      }}
    />
  );
}

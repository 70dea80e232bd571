/** A button that has the writer choose a text file, and gives its characters. */
import { useRef, type ReactNode } from 'react';

interface Props {
  /** Endings, with commas between. */
  readonly accept: string;
  readonly children: ReactNode;
  onText(name: string, text: string): void;
}

export function FileButton({ accept, children, onText }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="outlined" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen once more.
          target.value = '';
          if (file) void file.text().then((text) => onText(file.name, text));
        }}
      />
    </>
  );
}

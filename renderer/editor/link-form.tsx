import { ExternalLink, Unlink } from 'lucide-react';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { safeUrl } from '../../core/text/block.ts';
import { editorMessages } from './messages.ts';

interface LinkFormProps {
  /** Empty for a new link. */
  readonly url: string;
  /** undefined takes the link away. */
  onApply(url: string | undefined): void;
  readonly onOpen?: ((url: string) => void) | undefined;
}

/** What a writer means: "example.org" and "name@example.org" are told apart and made whole. */
export function meantUrl(written: string): string | undefined {
  const text = written.trim();
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return safeUrl(`mailto:${text}`);
  if (/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]\S*)?$/u.test(text))
    return safeUrl(`https://${text}`);
  return safeUrl(text);
}

export function LinkForm({ url, onApply, onOpen }: LinkFormProps): ReactNode {
  const { link } = editorMessages;
  const [written, setWritten] = useState(url);
  const [refused, setRefused] = useState(false);
  const hint = useId();
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    if (written.trim() === '') return onApply(undefined);
    const meant = meantUrl(written);
    if (meant === undefined) setRefused(true);
    else onApply(meant);
  };
  return (
    <form className="link-form" onSubmit={apply} noValidate>
      <div className="panel-row">
        <input
          autoFocus
          type="url"
          aria-label={link.address}
          aria-invalid={refused}
          aria-describedby={refused ? hint : undefined}
          placeholder={link.placeholder}
          spellCheck={false}
          value={written}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setWritten(event.target.value);
            setRefused(false);
          }}
        />
        <button type="submit" className="panel-button">
          {link.apply}
        </button>
        {url !== '' && onOpen && (
          <button
            type="button"
            className="panel-icon"
            aria-label={link.open}
            title={link.open}
            onClick={() => onOpen(url)}
          >
            <ExternalLink size={15} aria-hidden />
          </button>
        )}
        {url !== '' && (
          <button
            type="button"
            className="panel-icon"
            aria-label={link.remove}
            title={link.remove}
            onClick={() => onApply(undefined)}
          >
            <Unlink size={15} aria-hidden />
          </button>
        )}
      </div>
      {refused && (
        <p id={hint} className="panel-refusal" role="alert">
          {link.refused}
        </p>
      )}
    </form>
  );
}

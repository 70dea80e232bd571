/** Beneath a field: where its value was found, and what else was found for it, to be used at a press. */
import { placeWords } from '../../../core/import/messages.ts';
import { en } from '../../../core/messages/en.ts';
import { isSame, type DetailField, type Found } from './found-fields.ts';

interface Props {
  readonly field: DetailField;
  readonly value: string;
  readonly found: readonly Found[] | undefined;
  /** As the form shows a value of the field. */
  readonly shown?: (value: string) => string;
  use(value: string): void;
}

/** UTF-16 units; shorter values stay on one line. */
const SHORT = 24;

export function FoundNotes({ field, value, found = [], shown = (text) => text, use }: Props) {
  if (found.length === 0) return null;
  return (
    <ul className="found">
      {found.map((each) => {
        const words = shown(each.value).split('\n').join(', ');
        if (isSame(field, value, each.value))
          return (
            <li key={each.where} className="hint">
              {en.details.found(placeWords(each.where))}
            </li>
          );
        return (
          <li key={`${each.where} ${words}`} className="hint">
            <span>
              {en.details.foundValue(placeWords(each.where))}{' '}
              <strong dir="auto" className={words.length < SHORT ? 'short' : undefined}>
                {words}
              </strong>
            </span>
            <button
              type="button"
              className="outlined"
              aria-label={en.details.useFor(words, en.details.fields[field])}
              onClick={() => use(each.value)}
            >
              {en.details.use}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A choice of one among a few, all of them in sight. */
import { useId } from 'react';

interface Props<T extends string> {
  readonly legend: string;
  readonly choices: readonly T[];
  readonly chosen: T;
  /** Whether a dialog begins here. */
  readonly isFirst?: boolean;
  name(choice: T): string;
  choose(choice: T): void;
}

export function ChooseOne<T extends string>({ legend, choices, chosen, isFirst, name, choose }: Props<T>) {
  const group = useId();
  return (
    <fieldset className="choose-one">
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name={group}
            checked={choice === chosen}
            onChange={() => choose(choice)}
            {...(isFirst && choice === chosen ? { 'data-autofocus': '' } : {})}
          />
          {name(choice)}
        </label>
      ))}
    </fieldset>
  );
}

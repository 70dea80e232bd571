import type { Letter } from '../../document/letter.ts';
import type { Attributes } from './attributes.ts';

/** The letter of a part: by its attribute `letter=A1`, else by its title or author in "In response to …". */
export function letterOfPart(
  title: string,
  attributes: Attributes,
  letters: readonly Letter[],
): Letter | undefined {
  const code = attributes.values['letter'];
  if (code !== undefined) return letters.find((letter) => letter.code.toLowerCase() === code.toLowerCase());
  const named = /^(?:in\s+)?(?:response|reply|answer|rejoinder)s?\s+to\s+(.+)$/i.exec(title)?.[1];
  if (named === undefined) return undefined;
  const wanted = plain(named);
  const scored = letters
    .map((letter) => ({
      letter,
      score: Math.max(0, ...namesOf(letter).map((name) => likeness(name, wanted))),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? first.letter : undefined;
}

function namesOf({ item, code }: Letter): readonly string[] {
  const people = (item.author ?? []).flatMap(({ family, literal, given }) => [
    ...(literal ? [literal] : []),
    ...(family ? [family, `${given ?? ''} ${family}`] : []),
  ]);
  return [code, item.title ?? '', item['container-title'] ?? '', ...people]
    .map(plain)
    .filter((name) => name !== '');
}

/** Length of what is common, when one holds the other, or of the last word of a name that is in the title. */
function likeness(name: string, wanted: string): number {
  if (` ${wanted} `.includes(` ${name} `)) return name.length + 1;
  if (` ${name} `.includes(` ${wanted} `)) return wanted.length;
  const last = name.split(' ').at(-1) ?? '';
  return last.length > 3 && ` ${wanted} `.includes(` ${last} `) ? last.length / 2 : 0;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(the|a|an) /, '')
    .trim();
}

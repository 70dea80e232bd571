import { en } from '../../../core/messages/en.ts';
import { bridge } from '../../platform/bridge.ts';
import { chooseLetters } from '../../platform/chosen-files.ts';
import { importAnnotations } from '../../state/annotations.ts';
import { takeDraftFromClipboard, takeDraftFromFile } from '../../state/draft.ts';
import { takeClipboard, takeFiles } from '../../state/import-letters.ts';
import { reviewVersionFromClipboard, reviewVersionFromFile } from '../../state/letter-desk.ts';
import { closeBeside, isLinked, stepDifference, toggleLinked, versionHere } from '../../state/beside.ts';
import { stepToLeft } from '../../state/left-over.ts';
import { deleteLetter } from '../../state/letters.ts';
import { say } from '../../state/messages.ts';
import { stepToOpen } from '../../state/navigation.ts';
import { isMainTextOnly, showOriginalBeside, takeMoreFrom, takeWholePage } from '../../state/originals.ts';
import { app } from '../../state/store.ts';
import { focusPane } from '../panes.ts';
import { always, needing, open, type Actions, type Situation } from './action.ts';

const correcting = ({ state }: Situation) => state.correcting !== null && state.correcting === state.letter;

const toLeft = (by: 1 | -1) =>
  needing(['letter'], () => (stepToLeft(by) ? undefined : say(en.coverage.nothingLeft)));

const toOpen = (by: 1 | -1) =>
  needing(['letter'], () => (stepToOpen(by) ? focusPane('letter') : say(en.letter.noNextOpen)));

const toDifference = (by: 1 | -1) =>
  needing(
    ['letter'],
    () => {
      const gone = stepDifference(by);
      if (gone === 'from-nothing') say(en.beside.noVersion);
      if (gone === 'nowhere') say(en.beside.noDifference);
    },
    { when: ({ state }) => versionHere(state) !== undefined },
  );

export const LETTER: Actions = {
  'letter-paste': always(async () => takeClipboard(await bridge.readClipboard())),
  'letter-open': always(async () => takeFiles(await chooseLetters())),
  'letter-details': needing(['letter'], ({ letter }) => open({ kind: 'letter-details', letter: letter.id })),
  'letter-correct': needing(
    ['letter'],
    (situation) => app.set({ correcting: correcting(situation) ? null : situation.letter.id }),
    { checked: correcting },
  ),
  'letter-original': needing(['letter'], ({ letter }) => open({ kind: 'original', letter: letter.id })),
  'letter-report': needing(['letter'], ({ letter }) => open({ kind: 'notices', letter: letter.id })),
  'letter-parts': needing(['letter'], ({ letter }) => takeMoreFrom(letter.id)),
  'letter-whole-page': needing(['letter'], ({ letter }) => takeWholePage(letter.id), {
    when: ({ letter }) => isMainTextOnly(letter),
  }),
  'version-file': needing(['letter'], ({ letter }) => reviewVersionFromFile(letter.id)),
  'version-clipboard': needing(['letter'], ({ letter }) => reviewVersionFromClipboard(letter.id)),
  'letter-split': needing(['letter'], ({ letter }) => open({ kind: 'split', letter: letter.id })),
  'letter-join': needing(['letter'], ({ letter }) => open({ kind: 'join', letter: letter.id }), {
    when: ({ state }) => (state.project?.letters.length ?? 0) > 1,
  }),
  'draft-file': needing(['project'], takeDraftFromFile),
  'draft-clipboard': needing(['project'], takeDraftFromClipboard),
  'annotations-import': needing(['letter'], ({ letter }) => importAnnotations(letter.id)),
  'annotations-export': needing(['project'], () => open({ kind: 'export-annotations' })),
  'letter-remove': needing(['letter'], ({ letter }) => deleteLetter(letter.id)),
  'letter-beside': needing(['letter'], () => open({ kind: 'beside' }), {
    when: ({ state, letter }) => (state.project?.letters.length ?? 0) > 1 || letter.original !== undefined,
  }),
  'letter-beside-close': needing(['letter'], ({ state }) => closeBeside(state), {
    when: ({ state }) => isLinked(state) !== undefined,
  }),
  'original-beside': needing(['letter'], ({ letter }) => showOriginalBeside(letter.id), {
    when: ({ letter }) => letter.original !== undefined,
  }),
  'beside-linked': needing(['letter'], toggleLinked, {
    when: ({ state }) => isLinked(state) !== undefined,
    checked: ({ state }) => isLinked(state) === true,
  }),
  'next-difference': toDifference(1),
  'previous-difference': toDifference(-1),
  'next-open': toLeft(1),
  'previous-open': toLeft(-1),
  'next-open-passage': toOpen(1),
  'previous-open-passage': toOpen(-1),
};

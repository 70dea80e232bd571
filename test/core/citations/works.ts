/** Invented works about the town of Quillhaven, of many types. */
import type { CslItem } from '../../../core/document/letter.ts';

type Work = CslItem & { readonly id: string };
const date = (...parts: number[]) => ({ 'date-parts': [parts] });

export const WORKS: readonly Work[] = [
  {
    id: 'ashgrove',
    type: 'book',
    title: 'A Room to Read In: The Libraries of <i>Quillhaven</i>',
    author: [{ family: 'Ashgrove', given: 'Miriam' }],
    publisher: 'Harrow Lane Press',
    'publisher-place': 'Marchester',
    issued: date(2019),
  },
  {
    id: 'ashgrove-b',
    type: 'book',
    title: 'Lamps and Ladders',
    author: [{ family: 'Ashgrove', given: 'Miriam' }],
    publisher: 'Harrow Lane Press',
    'publisher-place': 'Marchester',
    issued: date(2019),
  },
  {
    id: 'tarn',
    type: 'article-journal',
    title: 'Who reads on Thursdays? “Nobody”, says the board',
    author: [
      { family: 'Tarn', given: 'Ivo' },
      { family: 'van der Zee', given: 'Ada' },
    ],
    'container-title': 'Harbour Gazette',
    volume: '12',
    issue: '3',
    page: '41–49',
    issued: date(1987, 5, 3),
    DOI: '10.5555/quill.12',
  },
  {
    id: 'pike',
    type: 'chapter',
    title: 'Slates and gutters',
    author: [{ family: 'Pike', given: 'John' }],
    editor: [{ family: 'Underhill', given: 'Rose' }],
    'container-title': 'The Town in Its Roofs',
    publisher: 'Mill Street Press',
    page: '101–19',
    issued: date(2001),
  },
  {
    id: 'report',
    type: 'report',
    title: 'Annual Report of the Library Board & Friends <script>',
    author: [{ literal: 'The Library Board' }],
    issued: date(2026, 2, 14),
    URL: 'https://quillhaven.example/report',
  },
  {
    id: 'webpage',
    type: 'webpage',
    title: 'Opening hours',
    URL: 'javascript:alert(1)',
    issued: { literal: 'no date' },
  },
  {
    id: 'hebrew',
    type: 'book',
    title: 'ספריית העיר',
    author: [{ family: 'לוי', given: 'רות' }],
    publisher: 'הוצאת הנמל',
    issued: date(1999),
  },
  {
    id: 'letter',
    type: 'personal_communication',
    title: 'To the readers of Quillhaven',
    author: [{ literal: 'The town clerk' }],
    issued: date(2026, 5, 3),
  },
  { id: 'bare', type: 'document' },
];

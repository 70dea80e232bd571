/** A draft's blocks as the pamphlet's own text: notes, citations and cross references become atoms. */
import { isId, type IdSource } from '../../document/id.ts';
import { FIRST_LIST } from '../../document/lists.ts';
import {
  hasContent,
  isSpan,
  type Block,
  type BlockId,
  type CrossReferenceTarget,
  type Inline,
  type NoteBlock,
} from '../../text/block.ts';
import { normalInline } from '../../text/inline.ts';
import { takeAttributes } from './attributes.ts';
import { withCitations } from './citation.ts';

export interface OwnTextSetting {
  readonly ids: IdSource;
  readonly notes: ReadonlyMap<BlockId, NoteBlock>;
  readonly targets: ReadonlyMap<string, CrossReferenceTarget>;
  /** The id of the reference with a citation's key. */
  readonly referenceOf: (key: string) => string;
  readonly unknownTarget: (name: string) => void;
  /** Names of demands that keep it as their id, by block. */
  readonly demandIds: ReadonlyMap<BlockId, BlockId>;
}

export function ownContent(
  content: readonly Inline[],
  setting: OwnTextSetting,
  inNote = false,
): readonly Inline[] {
  const linked = content.flatMap((inline): readonly Inline[] => {
    if (isSpan(inline)) return inline.link?.startsWith('#') ? crossReference(inline, setting) : [inline];
    if (inline.type !== 'note-mark') return [inline];
    const note = setting.notes.get(inline.note);
    if (!note || inNote) return [];
    return [{ type: 'note', id: setting.ids(), body: ownContent(note.content, setting, true) }];
  });
  return normalInline(withCitations(normalInline(linked), setting.referenceOf, setting.ids));
}

function crossReference(
  span: Inline & { text: string; link?: string },
  setting: OwnTextSetting,
): readonly Inline[] {
  const name = decode(span.link?.slice(1) ?? '');
  const target = setting.targets.get(name);
  // In a draft the words around a letter's code say what it is.
  const form = target?.kind === 'letter' ? { form: 'number' as const } : {};
  if (target) return [{ type: 'cross-reference', target, ...form }];
  setting.unknownTarget(name);
  const { link: _, ...plain } = span;
  return [plain];
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

export function ownBlock(block: Block, setting: OwnTextSetting): Block {
  if (block.type === 'table') {
    const rows = block.rows.map((row) =>
      row.map((cell) => ({ ...cell, content: ownContent(cell.content, setting) })),
    );
    return { ...block, rows };
  }
  if (!hasContent(block)) return block;
  if (block.type === 'paragraph') {
    const { content, attributes } = takeAttributes(block.content);
    if (attributes?.classes.includes('demand')) {
      const id = setting.demandIds.get(block.id) ?? block.id;
      return { ...block, id, entry: FIRST_LIST.id, content: ownContent(content, setting) };
    }
  }
  const rest = block.type === 'heading' ? takeAttributes(block.content).content : block.content;
  return { ...block, content: ownContent(rest, setting) };
}

/** The demands of the draft, each with the name that it is given. */
export function demandNames(
  blocks: readonly Block[],
): readonly { readonly block: BlockId; readonly name?: string }[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph') return [];
    const { attributes } = takeAttributes(block.content);
    if (!attributes?.classes.includes('demand')) return [];
    const name = attributes.id;
    return [{ block: block.id, ...(name === undefined ? {} : { name }) }];
  });
}

/** The name itself where it can be an id that nothing has yet. */
export function claimId(name: string | undefined, taken: Set<string>, ids: IdSource): string {
  const id = name !== undefined && isId(name) && !taken.has(name) ? name : ids();
  taken.add(id);
  return id;
}

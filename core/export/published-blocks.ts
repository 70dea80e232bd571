/** Blocks as they are to be published: ordinals of lists resolved, empty blocks left out. */
import type { Block, Inline, RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { listOrdinals } from '../text/list-markers.ts';
import type { Asset } from '../document/project.ts';
import type { PublishedBlock, PublishedContent } from './publication.ts';

/** How the contents of one block are published; `before` is the UTF-16 offset of the content in its block's text. */
export type PublishContent = (content: readonly Inline[], block: Block, before: number) => PublishedContent;

export interface BlockSetting {
  readonly content: PublishContent;
  readonly assets: readonly Asset[];
  /** Block id → what the entry of a list is called: "Demand 3". */
  readonly entries?: ReadonlyMap<string, string>;
  /** Block id → the anchor that a reference leads to. */
  readonly anchors?: ReadonlyMap<string, string>;
  /** Block id → ordinal, where the blocks are cut out of a text whose lists began before them. */
  readonly ordinals?: ReadonlyMap<string, number>;
}

/** A block that would leave nothing on the page but a gap: no rule, no picture, no table, no words, no atoms. */
export function isBlank(block: Block): boolean {
  if (block.type === 'rule' || block.type === 'picture') return false;
  if (/\S/.test(blockText(block))) return false;
  return block.type === 'table' || block.content.every((inline) => 'text' in inline);
}

/** The blocks of a text in publishable form. */
export function publishedBlocks(text: RichText, setting: BlockSetting): PublishedBlock[] {
  const ordinals = setting.ordinals ?? listOrdinals(text);
  return text.filter((block) => !isBlank(block)).flatMap((block) => publishedBlock(block, ordinals, setting));
}

function publishedBlock(
  block: Block,
  ordinals: ReadonlyMap<string, number>,
  { content: publish, assets, entries, anchors }: BlockSetting,
): readonly PublishedBlock[] {
  const anchor = anchors?.get(block.id);
  const common = {
    ...(anchor === undefined ? {} : { anchor }),
    ...(block.quoted ? { quoted: block.quoted } : {}),
    ...(block.direction ? { direction: block.direction } : {}),
  };
  if (block.type === 'rule') return [{ ...common, type: 'rule' }];
  if (block.type === 'table') return [{ ...common, type: 'table', rows: tableRows(block, publish) }];
  const content = publish(block.content, block, 0);
  switch (block.type) {
    case 'paragraph': {
      const label = block.entry === undefined ? undefined : entries?.get(block.id);
      return [
        {
          ...common,
          type: 'paragraph',
          content,
          ...(block.indent ? { indent: block.indent } : {}),
          ...(label === undefined ? {} : { entry: { anchor: block.id, label } }),
        },
      ];
    }
    case 'heading':
      return [{ ...common, type: 'heading', level: block.level, content }];
    case 'item': {
      const ordinal = ordinals.get(block.id) ?? (block.list === 'bullet' ? 0 : 1);
      return [{ ...common, type: 'item', list: block.list, level: block.level, ordinal, content }];
    }
    case 'note':
      return [{ ...common, type: 'note', label: block.label, content }];
    case 'picture': {
      const { asset, alternative } = block;
      const mediaType = assets.find(({ id }) => id === asset)?.mediaType;
      if (mediaType) return [{ ...common, type: 'picture', asset, mediaType, alternative, content }];
      const words = content.length > 0 || alternative === '' ? content : [{ text: alternative }];
      return words.length > 0 ? [{ ...common, type: 'paragraph', content: words }] : [];
    }
    case 'attribution':
    case 'verse':
    case 'preformatted':
      return [{ ...common, type: block.type, content }];
  }
}

function tableRows(table: Extract<Block, { type: 'table' }>, publish: PublishContent) {
  let before = 0;
  return table.rows.map((row) =>
    row.map((cell) => {
      const { content, ...span } = cell;
      const published = publish(content, table, before);
      for (const inline of content) if ('text' in inline) before += inline.text.length;
      before += 1;
      return { ...span, content: published };
    }),
  );
}

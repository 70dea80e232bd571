/**
 * Draws the icon files from the SVGs. The results are committed, so only a change of an SVG asks for it:
 * `npx tsx build/icons/make.ts`, with rsvg-convert (Debian: librsvg2-bin) on the path.
 *
 * ICO and ICNS are containers of PNGs: a table of sizes, then the files.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The app's icon has a plainer drawing for sizes at which the lines would run together. */
const app = (size: number) => draw(size <= 32 ? 'icon-small.svg' : 'icon.svg', size);
const file = (size: number) => draw('document.svg', size);

function draw(svg: string, size: number): Buffer {
  return execFileSync('rsvg-convert', ['-w', `${size}`, '-h', `${size}`, join(here, svg)], {
    maxBuffer: 1 << 26,
  });
}

/** Windows: a header of 6 bytes, 16 for each picture, a side of 256 pixels written as 0. */
function ico(picture: (size: number) => Buffer): Buffer {
  const sizes = [16, 24, 32, 48, 64, 128, 256];
  const pictures = sizes.map(picture);
  const header = Buffer.alloc(6 + 16 * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  sizes.forEach((size, index) => {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(pictures[index]!.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += pictures[index]!.length;
  });
  return Buffer.concat([header, ...pictures]);
}

/** macOS: chunks of a four-letter type, which names the size, the chunk's whole length and a PNG. */
function icns(picture: (size: number) => Buffer): Buffer {
  const types: [string, number][] = [
    ['icp4', 16],
    ['icp5', 32],
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ];
  return chunk('icns', Buffer.concat(types.map(([type, size]) => chunk(type, picture(size)))));
}

function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

mkdirSync(join(here, 'linux'), { recursive: true });
for (const size of [16, 32, 48, 64, 128, 256, 512])
  writeFileSync(join(here, 'linux', `${size}x${size}.png`), app(size));
writeFileSync(join(here, 'icon.ico'), ico(app));
writeFileSync(join(here, 'icon.icns'), icns(app));
writeFileSync(join(here, 'document.ico'), ico(file));
writeFileSync(join(here, 'document.icns'), icns(file));

/** Bytes that stay free for what says that something was left out. */
const RESERVE = 400;

/**
 * As many blocks as fit into so many bytes, a blank line between two of them. The first always stands; a block that does not fit is
 * left out, and so are those behind it, which the last line says.
 */
export function fitBlocks(blocks: readonly string[], maxBytes: number, leftOut: (blocks: number) => string): string {
  let left = maxBytes - RESERVE;
  const fitting = blocks.findIndex((block, index) => {
    left -= Buffer.byteLength(block) + 1;
    return index > 0 && left < 0;
  });
  if (fitting === -1) return blocks.join('\n');
  return [...blocks.slice(0, fitting), `${leftOut(blocks.length - fitting)}\n`].join('\n');
}

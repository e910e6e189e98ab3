import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

/** What a reader sees of a piece of HTML, on one line. */
export const textOf = (html: string): string => collect(parseFragment(html)).replaceAll(/\s+/g, ' ').trim();

const BLOCKS = /^(?:p|li|div|dt|dd|h\d|td|th|tr|pre|section|summary|small)$/;

function collect(node: Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value;
  if (!('childNodes' in node)) return '';
  const text = node.childNodes.map(collect).join('');
  return BLOCKS.test(node.nodeName) ? ` ${text} ` : text;
}

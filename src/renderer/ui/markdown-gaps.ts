import { findAndReplace } from 'mdast-util-find-and-replace';

/** A place that is still to be filled in (`findGaps`). */
export interface MarkedGap {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

// Private use: nobody types them. What stands between is the gap's number, so that it has no space or markup in it.
const [OPEN, CLOSE] = ['\ue000', '\ue001'];
const MARK = /\ue000(\d+)\ue001/g;
const MARKED_ADDRESS = /^\ue000(\d+)\ue001$/;

/** The text with a mark in place of each gap: a brace that is escaped reads the same once it is parsed, and is none. */
export function markGaps(text: string, gaps: readonly MarkedGap[]): string {
  const clean = (part: string): string => part.replaceAll(/[\ue000\ue001]/g, '\ufffd');
  let end = 0;
  const parts = gaps.map((gap, index) => {
    const before = clean(text.slice(end, gap.start));
    end = gap.end;
    return `${before}${OPEN}${index}${CLOSE}`;
  });
  return parts.join('') + clean(text.slice(end));
}

/** A marked text with each gap's label in braces again. */
export function withLabels(text: string, labels: readonly string[]): string {
  return text.replaceAll(MARK, (_whole, index: string) => `{${labels[Number(index)] ?? ''}}`);
}

/** The number of the gap that an address is; undefined for any other address. */
export function gapInAddress(address: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  try {
    const found = MARKED_ADDRESS.exec(decodeURIComponent(address))?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    // A stray per cent sign: somebody's own address.
    return undefined;
  }
}

/** For remark: the marks become elements of their own, with the gap's label in braces. */
export function gapMarker({ labels }: { readonly labels: readonly string[] }) {
  return (tree: Parameters<typeof findAndReplace>[0]): void => {
    findAndReplace(tree, [
      MARK,
      (_whole: string, index: string) => ({
        type: 'emphasis',
        data: { hName: 'mark', hProperties: { className: ['gap'] } },
        children: [{ type: 'text', value: `{${labels[Number(index)] ?? ''}}` }],
      }),
    ]);
  };
}

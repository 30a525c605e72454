/**
 * A Markdown document as the import looks at it: sections in the order of the file, each with its blocks as plain
 * values. Nothing of the parser's tree goes beyond this.
 */
export interface DocumentSection {
  /** Its place in the document, from 0. */
  readonly id: number;
  /** Empty for what stands before the first heading. */
  readonly title: string;
  /** 1 to 6 as the heading has it, deeper inside a fence; 0 before the first heading. */
  readonly level: number;
  /** Of its heading, from 1. */
  readonly line: number;
  /** The section that it is a part of. */
  readonly parent: number | undefined;
  /** Whether it stands in a fenced block that holds a document of its own. */
  readonly inFence: boolean;
  readonly blocks: readonly Block[];
}

export interface Cell {
  readonly text: string;
  readonly bold: boolean;
}
export interface ListItem {
  readonly line: number;
  /** Its own text, without what is nested in it. */
  readonly text: string;
  /** What stands in bold at its beginning, or before its first colon or dash; empty where nothing does. */
  readonly label: string;
  /** What comes after the label; all of it where there is none. */
  readonly rest: string;
  readonly bold: boolean;
  readonly isLink: boolean;
  /** Of a box to tick; undefined where it has none. */
  readonly checked: boolean | undefined;
  readonly items: readonly ListItem[];
}
interface Placed {
  readonly line: number;
}
export interface ListBlock extends Placed {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}
export interface TableBlock extends Placed {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
export interface CodeBlock extends Placed {
  readonly kind: 'code';
  /** Lower case; empty where none is named. */
  readonly language: string;
  readonly text: string;
  /** Whether its fence never closes. */
  readonly open: boolean;
}
export interface TextBlock extends Placed {
  readonly kind: 'prose' | 'quote' | 'html' | 'reference' | 'metadata';
  readonly text: string;
  /** What stands in bold at its beginning. */
  readonly term: string;
}
/** A list or table too long to be one of a playbook; only its size is known. */
export interface OversizeBlock extends Placed {
  readonly kind: 'oversize';
  readonly entries: number;
}
export type Block = ListBlock | TableBlock | CodeBlock | TextBlock | OversizeBlock;

/** Why a document cannot be read at all. `line` from 1 where there is one. */
export interface DocumentProblem {
  readonly code:
    | 'empty'
    | 'too-large'
    | 'binary'
    | 'bad-encoding'
    | 'too-deep'
    | 'too-many-sections'
    | 'too-slow'
    | 'failed';
  readonly line?: number;
}

import { createContext, type CSSProperties, memo, type ReactNode, use, useMemo } from 'react';
import markdownElements, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { gapInAddress, gapMarker, type MarkedGap, markGaps, withLabels } from './markdown-gaps.ts';
import { markdownParts } from './markdown-parts.ts';
import './css/markdown.css';

interface Around {
  /** What stands where an image would be: none is ever loaded. */
  readonly imageWords: (text: string) => string;
  /** Said above a part that is shown as it is written, because reading it would take too long. */
  readonly literalWords: string;
  /** Left out: addresses are shown and not opened. */
  readonly onLink?: (url: string) => void;
}
interface MarkdownProps extends Around {
  readonly text: string;
  readonly gaps?: readonly MarkedGap[];
}

const NO_GAPS: readonly MarkedGap[] = [];
/** What the parts of a document find around them. */
const AroundContext = createContext<Around & { readonly labels: readonly string[] }>({
  imageWords: (text) => text,
  literalWords: '',
  labels: [],
});

/**
 * Markdown as it reads. Its HTML is shown as text, its images are not loaded, and its links go where `onLink` says, if they
 * are https: the text may come from anybody. What would take too long to read is shown as it is written.
 */
export const Markdown = memo(function Markdown(props: MarkdownProps) {
  const { text, gaps = NO_GAPS, imageWords, literalWords, onLink } = props;
  const parts = useMemo(() => markdownParts(markGaps(text, gaps)), [text, gaps]);
  // A label has no line end. While they stay the same, a part that is not typed in is not read again.
  const joined = gaps.map(({ label }) => label).join('\n');
  const labels = useMemo(() => joined.split('\n'), [joined]);
  const around = useMemo(
    () => ({ imageWords, literalWords, labels, ...(onLink === undefined ? {} : { onLink }) }),
    [imageWords, literalWords, labels, onLink],
  );
  return (
    <AroundContext value={around}>
      <div className="markdown">
        {parts.map((part, index) =>
          part.kind === 'literal' ? (
            <Literal key={index} text={part.text} />
          ) : (
            <Read key={index} text={part.text} />
          ),
        )}
      </div>
    </AroundContext>
  );
});

const Read = memo(function Read({ text }: { readonly text: string }) {
  const { labels } = use(AroundContext);
  try {
    // A component, called and not put into the tree: what ends the stack of the parser is caught here.
    return markdownElements({
      children: text,
      remarkPlugins: [remarkGfm, [gapMarker, { labels }]],
      components: COMPONENTS,
    });
  } catch {
    return <Literal text={text} />;
  }
});

function Literal({ text }: { readonly text: string }) {
  const { labels, literalWords } = use(AroundContext);
  return (
    <>
      <p className="muted">{literalWords}</p>
      <pre>{withLabels(text, labels)}</pre>
    </>
  );
}

const COMPONENTS: Components = {
  a: Address,
  img: NoImage,
  input: TaskBox,
  table: Table,
  td: Cell,
};

interface PartProps {
  readonly children?: ReactNode;
}

function Address({ href = '', children }: PartProps & { readonly href?: string | undefined }) {
  const { labels, onLink } = use(AroundContext);
  const gap = gapInAddress(href);
  if (gap !== undefined) {
    return (
      <>
        {children} <mark className="gap">{`{${labels[gap] ?? ''}}`}</mark>
      </>
    );
  }
  if (!href.startsWith('https://')) return <>{children}</>;
  if (onLink === undefined) return <a href={href}>{children}</a>;
  return (
    <a
      href={href}
      title={href}
      onClick={(event) => {
        event.preventDefault();
        onLink(href);
      }}
    >
      {children}
    </a>
  );
}

function NoImage({ alt = '' }: { readonly alt?: string | undefined }) {
  const { imageWords } = use(AroundContext);
  return <em className="muted">{imageWords(alt)}</em>;
}

/** A task list's box is no control here. */
function TaskBox({ checked }: { readonly checked?: boolean | undefined }) {
  return <span>{checked === true ? '[x] ' : '[ ] '}</span>;
}

/** A wide one scrolls by itself. */
function Table({ children }: PartProps) {
  return (
    <div className="markdown-table">
      <table>{children}</table>
    </div>
  );
}

const SHORT = 20;

/** What is short, such as a time, stays on one line. */
function Cell({ children, style }: PartProps & { readonly style?: CSSProperties | undefined }) {
  const isShort = typeof children === 'string' && children.length <= SHORT;
  return (
    <td style={style} {...(isShort ? { className: 'short' } : {})}>
      {children}
    </td>
  );
}

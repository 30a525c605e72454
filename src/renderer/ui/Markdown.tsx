import { createContext, type CSSProperties, memo, type ReactNode, use, useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { gapInAddress, gapMarker, type MarkedGap, markGaps } from './markdown-gaps.ts';
import './css/markdown.css';

interface Around {
  /** What stands where an image would be: none is ever loaded. */
  readonly imageWords: (text: string) => string;
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
  labels: [],
});

/**
 * Markdown as it reads. Its HTML is shown as text, its images are not loaded, and its links go where `onLink` says, if they
 * are https: the text may come from anybody.
 */
export const Markdown = memo(function Markdown({ text, gaps = NO_GAPS, imageWords, onLink }: MarkdownProps) {
  const labels = useMemo(() => gaps.map(({ label }) => label), [gaps]);
  const around = useMemo(
    () => ({ imageWords, labels, ...(onLink === undefined ? {} : { onLink }) }),
    [imageWords, labels, onLink],
  );
  return (
    <AroundContext value={around}>
      <div className="markdown">
        <ReactMarkdown remarkPlugins={[remarkGfm, [gapMarker, { labels }]]} components={COMPONENTS}>
          {markGaps(text, gaps)}
        </ReactMarkdown>
      </div>
    </AroundContext>
  );
});

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

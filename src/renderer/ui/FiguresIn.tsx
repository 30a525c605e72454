import type { ReactNode } from 'react';

interface FiguresInProps {
  /** A sentence with `FIGURES` where they belong. */
  readonly text: string;
  readonly figures: ReactNode;
  /** A clock's figures, which are set in the mono face; a text is one when it has a colon. */
  readonly isClock?: boolean;
  /** The words are less than the figures. */
  readonly quietWords?: boolean;
}

/** Stands for the figures in a sentence that is still to be put together. */
export const FIGURES = '\u0000';

/** Words in the text face, figures in the mono one, in the order of the language. */
export function FiguresIn({
  text,
  figures,
  isClock = typeof figures === 'string' && figures.includes(':'),
  quietWords = false,
}: FiguresInProps) {
  const [before = '', after = ''] = text.split(FIGURES);
  return (
    <>
      <Words text={before} quiet={quietWords} />
      <span {...(isClock ? { className: 'figures' } : {})}>{figures}</span>
      <Words text={after} quiet={quietWords} />
    </>
  );
}

function Words({ text, quiet }: { readonly text: string; readonly quiet: boolean }) {
  if (text === '') return null;
  return quiet ? <small>{text}</small> : text;
}

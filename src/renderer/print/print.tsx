import { StrictMode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { createTranslator, type Translator } from '#shared/i18n/translator.ts';
import type { PrintBridge } from '#shared/ipc/print-channels.ts';
import type { PrintedDocument } from '#shared/ipc/print.ts';
import { loadWords } from '../ui/load-words.ts';
import { Markdown } from '../ui/Markdown.tsx';
import './print.css';

declare global {
  interface Window {
    /** Put there by the preload of the window that prints, and in no other. */
    readonly tplusPrint: PrintBridge;
  }
}

/** Draws the document that main has for this window, for paper: dark on white, whatever the theme. */
export async function drawForPrint(root: HTMLElement): Promise<void> {
  const printed = await window.tplusPrint.read();
  const words = createTranslator(printed.language, {});
  await loadWords(words, printed.language);
  const { documentElement } = document;
  documentElement.lang = printed.language;
  documentElement.dataset['theme'] = 'light';
  documentElement.dataset['print'] = '';
  document.title = printed.title;
  createRoot(root).render(
    <StrictMode>
      <Paper {...printed} words={words} />
    </StrictMode>,
  );
}

function Paper({ markdown, gaps, words }: PrintedDocument & { readonly words: Translator }) {
  useEffect(() => {
    // Laid out once, so that the fonts it needs are asked for; only then is there something to wait for.
    document.body.getBoundingClientRect();
    void document.fonts.ready.then(() => window.tplusPrint.drawn());
  }, []);
  return (
    <main className="paper">
      <Markdown
        text={markdown}
        gaps={gaps}
        imageWords={(text) => words.t('postMortem.image', { text })}
        literalWords={words.t('postMortem.literal')}
      />
    </main>
  );
}

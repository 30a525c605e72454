// First: it sets the order of the style layers for all that follow.
import './ui/css/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createTranslator } from '#shared/i18n/translator.ts';
import { PRINT_FRAGMENT } from '#shared/ipc/print-channels.ts';
import { Root } from './app/Root.tsx';
import { safeBridge } from './bridge/bridge.ts';
import { followSnapshot } from './bridge/snapshot.ts';
import { startReplica } from './db/start.ts';
import { languageOf } from './ui/language.ts';
import { loadWords } from './ui/load-words.ts';
import { clockNow } from './ui/ticker.ts';

const root = document.getElementById('root');
if (location.hash === PRINT_FRAGMENT) {
  // The hidden window that draws a document for paper; main waits for it, and says so if it never comes.
  if (root !== null) void import('./print/print.tsx').then(({ drawForPrint }) => drawForPrint(root));
} else {
  start();
}

function start(): void {
  // All three are asked for before anything is drawn: the first screen waits for them and for nothing else.
  const translator = createTranslator(languageOf({ language: document.documentElement.lang }), {});
  // Main has named it in the page. What cannot be read is asked for again, and told, where it is wanted.
  loadWords(translator, languageOf(translator)).catch(() => undefined);
  const bridge = safeBridge(window.tplus);
  followSnapshot(bridge);
  startReplica(bridge, clockNow);
  if (root === null) return;
  createRoot(root).render(
    <StrictMode>
      <Root bridge={bridge} translator={translator} />
    </StrictMode>,
  );
}

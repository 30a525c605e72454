// First: it sets the order of the style layers for all that follow.
import './ui/css/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Root } from './app/Root.tsx';
import { safeBridge } from './bridge/bridge.ts';
import { followSnapshot } from './bridge/snapshot.ts';
import { startReplica } from './db/start.ts';
import { clockNow } from './ui/ticker.ts';

// Both are asked for before anything is drawn: the first screen waits for them and for nothing else.
const bridge = safeBridge(window.tplus);
followSnapshot(bridge);
startReplica(bridge, clockNow);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Root bridge={bridge} />
    </StrictMode>,
  );
}

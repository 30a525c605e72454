import { useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { BridgeProvider } from '../bridge/BridgeProvider.tsx';
import { RegionBoundary } from '../ui/RegionBoundary.tsx';
import { App } from './App.tsx';

/** Everything the parts of the window find around them. */
export function Root({ bridge }: { readonly bridge: Bridge }) {
  const [translator] = useState(() =>
    createTranslator(navigator.language.startsWith('ko') ? 'ko' : 'en', {}),
  );
  return (
    <I18nextProvider i18n={translator}>
      <BridgeProvider bridge={bridge}>
        <RegionBoundary>
          <App />
        </RegionBoundary>
      </BridgeProvider>
    </I18nextProvider>
  );
}

import { I18nextProvider } from 'react-i18next';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Bridge } from '#shared/ipc/contract.ts';
import { BridgeProvider } from '../bridge/BridgeProvider.tsx';
import { RegionBoundary } from '../ui/RegionBoundary.tsx';
import { App } from './App.tsx';

interface RootProps {
  readonly bridge: Bridge;
  readonly translator: Translator;
}

/** Everything the parts of the window find around them. */
export function Root({ bridge, translator }: RootProps) {
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

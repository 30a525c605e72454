import { FileDown, FileX, LoaderCircle } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { type ImportState, resumeImports, showAnswer, useImport } from './import-store.ts';
import { MarkdownDrop } from './MarkdownDrop.tsx';
import { OtherReviews } from './OtherReviews.tsx';
import { Review } from './Review.tsx';
import { useChooseFile } from './use-reading.ts';

/** A playbook from a team's own Markdown: nothing yet, reading, refused, or to be looked over. */
export function ImportPlace() {
  const bridge = useBridge();
  const state = useImport((store) => store.state);
  useEffect(() => {
    const take = async (): Promise<void> => {
      for (;;) {
        const answer = await bridge.request['import.take'](undefined);
        if (!answer.ok || answer.value === null) break;
        showAnswer(answer.value);
      }
      await resumeImports();
    };
    void take();
    // The command line hands over another one while this is on screen.
    return bridge.on['window.go'](({ place }) => {
      if (place === 'import') void take();
    });
  }, [bridge]);
  return (
    <MarkdownDrop>
      <div className="import-place">
        <OtherReviews />
        {state.kind === 'read' ? <Review key={state.id} state={state} /> : <Waiting state={state} />}
      </div>
    </MarkdownDrop>
  );
}

function Waiting({ state }: { readonly state: Exclude<ImportState, { kind: 'read' }> }) {
  const { t } = useTranslation();
  const choose = useChooseFile();
  if (state.kind === 'reading') {
    return (
      <div role="status">
        <EmptyState isPlace icon={LoaderCircle} title={t('importing.reading', { name: state.name })} />
      </div>
    );
  }
  const button = <Button onClick={() => void choose()}>{t('importing.choose')}</Button>;
  if (state.kind === 'none') {
    return (
      <EmptyState isPlace icon={FileDown} title={t('importing.title')} text={t('importing.intro')}>
        {button}
      </EmptyState>
    );
  }
  const { code, line } = state.problem;
  const at = line === undefined ? '' : `${t('importing.atLine', { line })}: `;
  return (
    <div role="alert">
      <EmptyState
        isPlace
        icon={FileX}
        title={t('importing.failed', { name: state.name })}
        text={`${at}${t(`importing.problem.${code}`)} ${t('importing.safe')}`}
      >
        {button}
      </EmptyState>
    </div>
  );
}

import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

interface BoundaryState {
  readonly error: unknown;
}

/** One broken part of the screen must not take the rest with it: says what happened and what is safe. */
export class RegionBoundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error: error ?? 'unknown' };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}

function Broken({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="document">
      <EmptyState icon={TriangleAlert} title={t('boundary.title')} text={t('boundary.safe')}>
        <Button onClick={onRetry}>{t('boundary.retry')}</Button>
      </EmptyState>
      <p className="secondary">{error instanceof Error ? error.message : String(error)}</p>
    </div>
  );
}

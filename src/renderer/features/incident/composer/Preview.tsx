import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { ComposedMessage, MessageInline, MessageLine } from '#shared/domain/message/compose.ts';
import type { MessageForm } from '#shared/domain/message/forms.ts';
import { CopyButton } from '../../../bridge/CopyButton.tsx';
import { type Composable, pasted } from './composer-model.ts';

interface PreviewProps {
  readonly parts: readonly ComposedMessage[];
  readonly form: MessageForm;
  readonly composable: Composable;
}

/** The message as it will look. Drawn from its parts, never from markup: values cannot become any. */
export function Preview({ parts, form, composable }: PreviewProps) {
  const { t } = useTranslation();
  const [title, message] = parts;
  return (
    <section className="preview" aria-label={t('composer.preview')}>
      {parts.map((part, index) => (
        // The parts of a message have no other identity than their place.
        <div key={index} className="preview-part" data-form={form}>
          {part.lines.map((line, place) => (
            <Line key={place} line={line} plain={form === 'plain'} />
          ))}
        </div>
      ))}
      {composable.kind === 'status' && title !== undefined && message !== undefined && (
        <div className="actions">
          <CopyButton label={t('composer.copyStatusTitle')} text={pasted(title, form)} />
          <CopyButton label={t('composer.copyStatusMessage')} text={pasted(message, form)} />
        </div>
      )}
    </section>
  );
}

function Line({ line, plain }: { readonly line: MessageLine; readonly plain: boolean }) {
  if (line.kind === 'blank') return <p className="preview-blank" />;
  return (
    <p data-kind={line.kind}>
      {line.kind === 'item' && (plain ? '- ' : '• ')}
      <Inline nodes={line.nodes} plain={plain} />
    </p>
  );
}

function Inline({ nodes, plain }: { readonly nodes: readonly MessageInline[]; readonly plain: boolean }) {
  return nodes.map((node, index) => <Node key={`${node.kind}-${index}`} node={node} plain={plain} />);
}

function Node({ node, plain }: { readonly node: MessageInline; readonly plain: boolean }) {
  switch (node.kind) {
    case 'text':
    case 'value':
      return node.text;
    case 'gap':
      return <mark className="gap">{node.label}</mark>;
    case 'strong': {
      const inner = <Inline nodes={node.nodes} plain={plain} />;
      return plain ? inner : <strong>{inner}</strong>;
    }
    default:
      return assertNever(node);
  }
}

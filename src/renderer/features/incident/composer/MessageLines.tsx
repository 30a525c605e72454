import { assertNever } from '#shared/domain/assert-never.ts';
import type { ComposedMessage } from '#shared/domain/message/compose.ts';
import type { MessageInline, MessageLine } from '#shared/domain/message/message-line.ts';

interface MessageLinesProps {
  readonly message: ComposedMessage;
  /** As a reader without markup sees it. */
  readonly plain: boolean;
}

/** A message drawn from its parts, never from markup: values cannot become any. */
export function MessageLines({ message, plain }: MessageLinesProps) {
  // Lines have no other identity than their place.
  return message.lines.map((line, place) => <Line key={place} line={line} plain={plain} />);
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

import { type BodyInline, parseBody } from '#shared/domain/message/body.ts';

interface TemplateTextProps {
  readonly text: string;
  readonly fields: readonly { readonly id: string; readonly label: string }[];
}

/** A message as it will look, its blanks named. Drawn from its parts, never from markup. */
export function TemplateText({ text, fields }: TemplateTextProps) {
  const labels = new Map(fields.map(({ id, label }) => [id, label]));
  return (
    <div className="template-text">
      {parseBody(text).map((line, place) => (
        <p key={place} data-kind={line.kind}>
          {line.kind === 'item' && '• '}
          <Inline nodes={line.nodes} labels={labels} />
        </p>
      ))}
    </div>
  );
}

interface InlineProps {
  readonly nodes: readonly BodyInline[];
  readonly labels: ReadonlyMap<string, string>;
}

function Inline({ nodes, labels }: InlineProps) {
  return nodes.map((node, index) => {
    if (node.kind === 'text') return node.text;
    if (node.kind === 'field') {
      return (
        <span key={`${index}-${node.id}`} className="blank">
          {labels.get(node.id) ?? node.id}
        </span>
      );
    }
    return (
      <strong key={`${index}-strong`}>
        <Inline nodes={node.nodes} labels={labels} />
      </strong>
    );
  });
}

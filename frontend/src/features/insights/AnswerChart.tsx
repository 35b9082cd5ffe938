import type { InsightAnswer } from '../../api/queries/insights';
import { ColumnChart } from '../../charts/answer/ColumnChart';
import { HeatMap } from '../../charts/answer/HeatMap';
import { RankedBars } from '../../charts/answer/RankedBars';
import { Trend } from '../../charts/answer/Trend';
import { AnswerTable } from './AnswerTable';
import { familyOf } from './family';
import styles from './Insights.module.css';
import { barsOf, fieldOf, heatOf, seriesOf } from './shape';
import { formatValue } from './values';

interface Props {
  readonly answer: InsightAnswer;
  /** Small, for the list of questions. */
  readonly compact?: boolean;
}

/** An answer as its question is best drawn; what cannot be drawn is a table. */
export function AnswerChart({ answer, compact = false }: Props) {
  const { insight } = answer;
  const { chart } = insight;
  const label = `${insight.title}, ${answer.rows.length} rows`;
  const family = familyOf(insight);
  const [x, y] = [fieldOf(answer, chart.x), fieldOf(answer, chart.kind === 'heatmap' ? chart.value : chart.y)];
  const format = (value: number) => (y ? formatValue(value, y.column) : String(value));
  const height = compact ? { height: 88 } : {};
  switch (chart.kind) {
    case 'bars':
      return x?.column.type === 'integer' ? (
        <ColumnChart label={label} bars={barsOf(answer, family)} compact={compact} format={format} {...height} />
      ) : (
        <RankedBars label={label} bars={barsOf(answer, family)} compact={compact} />
      );
    case 'line':
    case 'points': {
      const series = seriesOf(answer, family);
      return (
        <>
          <Trend {...{ label, series, compact, format, ...height }} joined={chart.kind === 'line'} />
          {!compact && series.length > 1 && (
            <ul className={styles.legend}>
              {series.map(({ name, colour }) => (
                <li key={name}>
                  <span style={{ background: colour }} />
                  {name}
                </li>
              ))}
            </ul>
          )}
        </>
      );
    }
    case 'heatmap':
      return (
        <HeatMap {...heatOf(answer)} label={label} colour={`var(--${family})`} compact={compact} format={format} />
      );
    case 'table':
      return <AnswerTable answer={answer} compact={compact} />;
  }
}

import type { InsightAnswer } from '../../api/queries/insights';
import { ColumnChart } from '../../charts/answer/ColumnChart';
import { PERSON_COLOURS } from '../../charts/answer/colours';
import { HeatMap } from '../../charts/answer/HeatMap';
import { RankedBars } from '../../charts/answer/RankedBars';
import { Trend } from '../../charts/answer/Trend';
import { count } from '../../format/numbers';
import { AnswerTable } from './AnswerTable';
import { familyOf } from './family';
import { fieldOf } from './fields';
import { headlineOf } from './headline';
import { barsOf, heatOf, histogramOf, seriesOf } from './shape';
import { TrendLegend } from './TrendLegend';
import { axisTitle, formatValue } from './values';

interface Props {
  readonly answer: InsightAnswer;
  /** Small, for the list of questions. */
  readonly compact?: boolean;
}

/** An answer as its question is best drawn; what cannot be drawn is a table. */
export function AnswerChart({ answer, compact = false }: Props) {
  const { insight } = answer;
  const { chart } = insight;
  const label = [insight.title, headlineOf(answer), count(answer.rows.length, 'row')].filter(Boolean).join(', ');
  const family = familyOf(insight);
  const [x, y] = [fieldOf(answer, chart.x), fieldOf(answer, chart.kind === 'heatmap' ? chart.value : chart.y)];
  const format = (value: number) => (y ? formatValue(value, y.column) : String(value));
  const rises = axisTitle(y?.column);
  const height = compact ? { height: 88 } : {};
  switch (chart.kind) {
    case 'bars':
      return x?.column.type === 'integer' ? (
        <ColumnChart
          {...{ label, rises, compact, format, ...height }}
          across={axisTitle(x.column)}
          bars={histogramOf(answer, family)}
        />
      ) : (
        <RankedBars label={label} bars={barsOf(answer, family)} compact={compact} />
      );
    case 'line':
    case 'points': {
      const series = seriesOf(answer, family);
      const many = series.length > PERSON_COLOURS.length;
      return (
        <>
          <Trend
            {...{ label, rises, series, compact, format, ...height }}
            joined={chart.kind === 'line'}
            spread={many ? `var(--${family})` : undefined}
          />
          {!compact && series.length > 1 && <TrendLegend series={series} spread={many ? family : undefined} />}
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

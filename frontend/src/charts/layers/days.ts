import type { Span } from '../../time/span';
import { fade } from '../palette';
import type { Layer } from './layer';
import { density, projector, within } from './layer';

/** A figure of one local day, from its first instant to the next day's. */
export interface DayMark {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** What the value is a part of, such as time in bed; drawn faintly behind. */
  readonly whole?: number;
  readonly label: string;
  /** The day lacks so much that the figure is less than it would be; drawn paler, with an outline. */
  readonly partial?: boolean;
}

const WIDEST = 44;
const ROOM_FOR_LABEL = 46;

/** Totals as bars in the middle of their days; the figure stands above where there is room. */
export function dayBars(all: readonly DayMark[], colour: string): Layer {
  return (plot, axis) => {
    const days = daysIn(all, axis.view);
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.font = `${11 * density()}px "Inter Variable", system-ui, sans-serif`;
      context.textAlign = 'center';
      context.textBaseline = 'alphabetic';
      for (const day of days) {
        const room = x(day.to) - x(day.from);
        const width = Math.max(1, Math.min(room * 0.72, WIDEST * density()));
        const middle = x((day.from + day.to) / 2);
        const bar = (value: number, fill: string, outlined = false) => {
          context.fillStyle = fill;
          context.beginPath();
          context.roundRect(middle - width / 2, y(value), width, y(0) - y(value), [2 * density(), 2 * density(), 0, 0]);
          context.fill();
          if (outlined) {
            context.strokeStyle = colour;
            context.setLineDash([3 * density(), 2 * density()]);
            context.stroke();
          }
        };
        context.lineWidth = density();
        if (day.whole !== undefined) {
          bar(day.whole, fade(colour, 0.28));
        }
        bar(day.value, day.partial ? fade(colour, 0.35) : colour, day.partial);
        if (room > ROOM_FOR_LABEL * density()) {
          context.fillStyle = axis.palette.text;
          context.fillText(day.label, middle, y(day.whole ?? day.value) - 4 * density());
        }
      }
    });
  };
}

/** The days in view, and one on each side, so that lines run to its edges. */
function daysIn(days: readonly DayMark[], { from, to }: Span): readonly DayMark[] {
  const first = days.findIndex((day) => day.to > from);
  const last = days.findLastIndex((day) => day.from < to);
  return first < 0 || last < 0 ? [] : days.slice(Math.max(0, first - 1), last + 2);
}

function isAlone(days: readonly DayMark[], index: number): boolean {
  const day = days[index];
  return days[index - 1]?.to !== day?.from && days[index + 1]?.from !== day?.to;
}

/** Levels as dots at noon, joined only between days that follow each other. */
export function dayLine(all: readonly DayMark[], colour: string): Layer {
  return (plot, axis) => {
    const days = daysIn(all, axis.view);
    const x = projector(plot, 'x');
    const y = projector(plot, 'y');
    within(plot, (context) => {
      context.strokeStyle = colour;
      context.lineWidth = 1.5 * density();
      context.beginPath();
      days.forEach((day, index) => {
        const at = x((day.from + day.to) / 2);
        if (days[index - 1]?.to === day.from) {
          context.lineTo(at, y(day.value));
        } else {
          context.moveTo(at, y(day.value));
        }
      });
      context.stroke();
      const apart = days.length < 80;
      context.font = `${11 * density()}px "Inter Variable", system-ui, sans-serif`;
      context.textAlign = 'center';
      context.textBaseline = 'alphabetic';
      // In a long range dots would be a chain; a day without neighbours has nothing else.
      for (const day of apart ? days : days.filter((_, index) => isAlone(days, index))) {
        const at = x((day.from + day.to) / 2);
        context.beginPath();
        context.arc(at, y(day.value), 2.25 * density(), 0, 2 * Math.PI);
        context.fillStyle = day.partial ? axis.palette.surface : colour;
        context.fill();
        if (day.partial) {
          context.stroke();
        }
        if (x(day.to) - x(day.from) > ROOM_FOR_LABEL * density()) {
          context.fillStyle = axis.palette.text;
          context.fillText(day.label, at, y(day.value) - 7 * density());
        }
      }
    });
  };
}

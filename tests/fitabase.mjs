// Makes a small Fitabase export: two days of one made-up person, whose minutes add up to the daily figures.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [directory] = process.argv.slice(2);
const ID = '9000000001';
const DAYS = ['4/12/2016', '4/13/2016'];
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const minutes = Array.from({ length: 60 }, (_, minute) => minute);
const clock = (hour) => `${hour % 12 || 12}:00:00 ${hour < 12 ? 'AM' : 'PM'}`;
const stepsAt = (day, hour, minute) => (hour > 6 && hour < 23 && minute % 7 === 0 ? 20 + day + ((hour * minute) % 50) : 0);

const wide = DAYS.flatMap((date, day) =>
  hours.map((hour) => [ID, `${date} ${clock(hour)}`, ...minutes.map((minute) => stepsAt(day, hour, minute))]),
);
const daily = DAYS.map((date, day) => {
  const steps = hours.flatMap((hour) => minutes.map((minute) => stepsAt(day, hour, minute))).reduce((a, b) => a + b, 0);
  return [ID, date, steps, (steps * 0.0007).toFixed(2), 20, 10, 200, 1210, 2000 + day];
});
const heart = DAYS.flatMap((date, day) =>
  hours.flatMap((hour) => minutes.map((minute) => [ID, `${date} ${clock(hour).replace(':00:00', `:${String(minute).padStart(2, '0')}:00`)}`, 60 + day + (hour % 12)])),
);

const csv = (header, rows) => `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
mkdirSync(directory, { recursive: true });
writeFileSync(
  join(directory, 'minuteStepsWide_merged.csv.gz'),
  gzipSync(csv(`Id,ActivityHour,${minutes.map((minute) => `Steps${String(minute).padStart(2, '0')}`).join(',')}`, wide)),
);
writeFileSync(
  join(directory, 'dailyActivity_merged.csv'),
  csv('Id,ActivityDate,TotalSteps,TotalDistance,VeryActiveMinutes,FairlyActiveMinutes,LightlyActiveMinutes,SedentaryMinutes,Calories', daily),
);
writeFileSync(join(directory, 'heartrate_seconds_merged.csv'), csv('Id,Time,Value', heart));

-- Mean resting heart rate of each week, and the change against the days of the four weeks before.
WITH asked(participants, first_date, last_date) AS (
    -- All participants and days; to narrow it down, write such as '{1,2}'::bigint[] and '2026-03-01'::date.
    VALUES (NULL::bigint[], '-infinity'::date, 'infinity'::date)
), evidence(minimum) AS (
    -- Days of a week, and of the weeks before it.
    VALUES (4)
), day AS (
    SELECT f.participant_id, f.local_date, avg(f.value) AS bpm
      FROM asked a
      JOIN analytics.fact_vendor_daily f
           ON (a.participants IS NULL OR f.participant_id = ANY (a.participants))
           AND f.local_date BETWEEN a.first_date AND a.last_date
     WHERE f.metric = 'resting_heart_rate'
     GROUP BY 1, 2
), week AS (
    SELECT d.participant_id, c.week_start, count(*) AS days, avg(d.bpm) AS bpm, coalesce(stddev_samp(d.bpm), 0) AS deviation,
           sum(d.bpm) AS sum, sum(d.bpm * d.bpm) AS squares
      FROM day d
      JOIN analytics.dim_date c ON c.local_date = d.local_date
     GROUP BY 1, 2
), before AS (
    SELECT w.*, (sum(w.days) OVER before)::bigint AS n, sum(w.sum) OVER before AS sum_before, sum(w.squares) OVER before AS squares_before
      FROM week w
    WINDOW before AS (PARTITION BY w.participant_id ORDER BY w.week_start
                      RANGE BETWEEN interval '28 days' PRECEDING AND interval '7 days' PRECEDING)
), changed AS (
    SELECT b.participant_id, b.week_start, b.bpm, b.days, b.n AS days_before, b.days >= e.minimum AS enough,
           analytics.margin_of_mean(b.days, b.deviation) AS margin, b.bpm - b.sum_before / b.n AS change,
           analytics.margin_of_difference(b.days, b.deviation, b.n,
               sqrt(greatest(0, b.squares_before - b.sum_before * b.sum_before / b.n) / nullif(b.n - 1, 0))) AS change_margin,
           b.n >= e.minimum AS comparable
      FROM before b
     CROSS JOIN evidence e
)
SELECT p.participant_id, p.participant, c.week_start, c.bpm AS resting_heart_rate,
       c.bpm - c.margin AS resting_heart_rate_low, c.bpm + c.margin AS resting_heart_rate_high,
       CASE WHEN c.comparable THEN c.change END AS change, CASE WHEN c.comparable THEN c.change - c.change_margin END AS change_low,
       CASE WHEN c.comparable THEN c.change + c.change_margin END AS change_high,
       c.enough AND coalesce(c.comparable AND abs(c.change) > c.change_margin, false) AS clear,
       c.days::integer AS days, coalesce(c.days_before, 0)::integer AS days_before, c.enough
  FROM changed c
  JOIN analytics.dim_participant p USING (participant_id)
 ORDER BY 1, 3;

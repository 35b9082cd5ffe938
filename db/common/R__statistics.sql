-- Intervals for analysis (docs/bi.md): plain functions, so that a statement gives the same numbers in the service and in any other client.
-- All intervals are 95 % confidence intervals. Flyway applies this file again whenever it has changed, after the star schema, whose schema it uses.

-- Whether a day counts for movement: at least 10 hours worn, or nothing tells whether the watch was worn.
CREATE OR REPLACE FUNCTION analytics.worn_enough(worn_minutes integer) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT coalesce($1 >= 600, true) $$;

-- The 97.5 % quantile of Student's t. Up to 30 degrees of freedom from the table, fractions rounded down; above, by the expansion of Cornish and
-- Fisher, which is right to 5 digits there.
CREATE OR REPLACE FUNCTION analytics.student_t(degrees double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 < 31 THEN
               (ARRAY[12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
                      2.200985, 2.178813, 2.160369, 2.144787, 2.131450, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963,
                      2.079614, 2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.045230, 2.042272
                     ]::double precision[])[floor($1)::integer]
           ELSE 1.959964 + 2.372271 / $1 + 2.822499 / ($1 * $1) + 2.555847 / ($1 * $1 * $1) END
$$;

-- Half the width of the interval of a mean: Student's t. None from fewer than two values.
CREATE OR REPLACE FUNCTION analytics.margin_of_mean(n bigint, deviation double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $1 >= 2 THEN analytics.student_t($1 - 1) * $2 / sqrt($1) END $$;

-- Half the width of the interval of the difference of two means: Welch's t, which does not take both groups to vary alike.
CREATE OR REPLACE FUNCTION analytics.margin_of_difference(n bigint, deviation double precision, other_n bigint, other_deviation double precision)
RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 < 2 OR $3 < 2 THEN NULL
                WHEN $2 = 0 AND $4 = 0 THEN 0
                ELSE sqrt($2 * $2 / $1 + $4 * $4 / $3)
                     * analytics.student_t(($2 * $2 / $1 + $4 * $4 / $3) ^ 2
                                           / (($2 * $2 / $1) ^ 2 / ($1 - 1) + ($4 * $4 / $3) ^ 2 / ($3 - 1))) END
$$;

-- The lower end of an interval of what is never below zero.
CREATE OR REPLACE FUNCTION analytics.at_least_zero(value double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $1 < 0 THEN 0 ELSE $1 END $$;

-- The interval of a share: Wilson's, which stays within 0 and 1.
CREATE OR REPLACE FUNCTION analytics.share_low(found bigint, n bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN $2 > 0 AND $1 = 0 THEN 0
                WHEN $2 > 0 THEN ($1 + 1.920729 - 1.959964 * sqrt($1 * ($2 - $1)::double precision / $2 + 0.960365)) / ($2 + 3.841459) END
$$;

CREATE OR REPLACE FUNCTION analytics.share_high(found bigint, n bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT 1 - analytics.share_low($2 - $1, $2) $$;

-- The interval of a standard deviation: chi-square, with its quantiles by Wilson and Hilferty. None from fewer than three values.
CREATE OR REPLACE FUNCTION analytics.deviation_low(n bigint, deviation double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 >= 3 THEN $2 / (1 - 2.0 / (9 * ($1 - 1)) + 1.959964 * sqrt(2.0 / (9 * ($1 - 1)))) ^ 1.5 END::double precision
$$;

CREATE OR REPLACE FUNCTION analytics.deviation_high(n bigint, deviation double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 >= 3 THEN $2 / (1 - 2.0 / (9 * ($1 - 1)) - 1.959964 * sqrt(2.0 / (9 * ($1 - 1)))) ^ 1.5 END::double precision
$$;

-- The interval of a median lies between two of the sorted values: those at the shares 0.5 - margin and 0.5 + margin of the way (normal approximation
-- of the binomial distribution).
CREATE OR REPLACE FUNCTION analytics.margin_of_median(n bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT CASE WHEN $1 > 0 THEN least(0.5, 0.979982 / sqrt($1)) END $$;

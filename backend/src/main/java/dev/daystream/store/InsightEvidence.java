package dev.daystream.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what data there are for a question: whose, of how many days, and from which sources. */
public final class InsightEvidence {
    private static final String PEOPLE = """
            SELECT p.participant_id,
                   (SELECT array_agg(s.source ORDER BY s.source) FROM analytics.participant_source s
                     WHERE s.participant_id = p.participant_id) AS sources,
                   coalesce(greatest(0, least(p.last_date, $3::text::date) - greatest(p.first_date, $2::text::date) + 1), 0) AS days
              FROM analytics.dim_participant p
             WHERE $1::bigint[] IS NULL OR p.participant_id = ANY ($1)
             ORDER BY 1
            """;

    private static final String COUNTS = """
            SELECT need, count(DISTINCT participant_id)::integer, count(DISTINCT (participant_id, local_date))::integer
              FROM (SELECT n.need, f.participant_id, f.local_date
                      FROM unnest($4::text[], $5::text[], $6::text[]) AS n(need, source, data_type)
                      JOIN analytics.fact_delivery f ON f.source = n.source AND f.data_type = n.data_type AND f.samples > 0
                     UNION ALL
                    SELECT f.metric, f.participant_id, f.local_date FROM analytics.fact_vendor_daily f WHERE f.metric = ANY ($7::text[])
                     UNION ALL
                    SELECT 'sleep', f.participant_id, f.local_date FROM public.sleep_session f WHERE 'sleep' = ANY ($7::text[])
                     UNION ALL
                    SELECT 'workouts', f.participant_id, f.local_date FROM public.workout f WHERE 'workouts' = ANY ($7::text[])) found
             WHERE ($1::bigint[] IS NULL OR participant_id = ANY ($1)) AND local_date BETWEEN $2::text::date AND $3::text::date
             GROUP BY 1
            """;

    private final Database database;

    /**
     * Somebody whose data may answer.
     *
     * @param id who
     * @param sources keys of the sources that delivered
     * @param days local days from the first delivery to the last, within the dates asked for
     */
    public record Person(long id, List<String> sources, int days) {}

    /**
     * A metric's samples within the day come with a data type.
     *
     * @param need key of the metric
     * @param source key of the source
     * @param dataType what brings it
     */
    public record Brings(String need, String source, String dataType) {}

    /**
     * What there is of something.
     *
     * @param need key of the metric, or of the kind of record
     * @param participants who have any
     * @param days local days that have any, of all together
     */
    public record Count(String need, int participants, int days) {}

    public InsightEvidence(Database database) {
        this.database = database;
    }

    /** Returns those of the participants asked for that exist. */
    public Future<List<Person>> people(InsightScope scope) {
        return Reads.query(database, PEOPLE, scope.parameters().toArray()).map(rows -> {
            List<Person> people = new ArrayList<>();
            for (Row row : rows) {
                String[] sources = row.getArrayOfStrings(1);
                people.add(
                        new Person(row.getLong(0), sources == null ? List.of() : List.of(sources), row.getInteger(2)));
            }
            return people;
        });
    }

    /**
     * Counts what there is; what there is none of is not among it.
     *
     * @param sampled what brings each metric that is sampled within the day
     * @param others keys of daily figures and kinds of records
     */
    public Future<List<Count>> counts(InsightScope scope, List<Brings> sampled, List<String> others) {
        List<@Nullable Object> parameters = scope.parameters();
        parameters.add(sampled.stream().map(Brings::need).toArray(String[]::new));
        parameters.add(sampled.stream().map(Brings::source).toArray(String[]::new));
        parameters.add(sampled.stream().map(Brings::dataType).toArray(String[]::new));
        parameters.add(others.toArray(String[]::new));
        return Reads.query(database, COUNTS, parameters.toArray()).map(rows -> {
            List<Count> counts = new ArrayList<>();
            for (Row row : rows) {
                counts.add(new Count(row.getString(0), row.getInteger(1), row.getInteger(2)));
            }
            return counts;
        });
    }
}

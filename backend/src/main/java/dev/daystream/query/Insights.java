package dev.daystream.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All questions with their statements, as they lie in the class path under {@code insights/}. */
public final class Insights {
    private static final String PARTICIPANTS = "NULL::bigint[]";
    private static final String FIRST = "'-infinity'::date";
    private static final String LAST = "'infinity'::date";

    private static final Pattern EVIDENCE =
            Pattern.compile("evidence\\(minimum\\) AS \\(\\s+--[^\\n]*\\s+VALUES \\((\\d+)\\)");

    private final Map<String, Insight> insights = new LinkedHashMap<>();
    private final Map<String, String> statements = new LinkedHashMap<>();

    private record Document(List<Insight> insights) {}

    private Insights(Document document) throws IOException {
        for (Insight insight : document.insights()) {
            String sql = new String(read(insight.id() + ".sql"), StandardCharsets.UTF_8);
            if (!EVIDENCE.matcher(sql)
                    .results()
                    .map(found -> found.group(1))
                    .toList()
                    .equals(List.of(String.valueOf(insight.evidence().minimum())))) {
                throw new IllegalStateException("insights.yaml and the statement of " + insight.id()
                        + " do not have the same minimum of evidence");
            }
            insights.put(insight.id(), insight);
            statements.put(insight.id(), sql);
        }
    }

    /** Reads the questions that this build was made with. */
    public static Insights bundled() {
        try {
            return new Insights(new ObjectMapper(new YAMLFactory()).readValue(read("insights.yaml"), Document.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all questions in the order they are shown. */
    public List<Insight> all() {
        return List.copyOf(insights.values());
    }

    /** Returns a question, or null if there is none of that id. */
    public @Nullable Insight find(String id) {
        return insights.get(id);
    }

    /** Returns the statement of a question with places for participants (or null), first and last date. */
    String prepared(String id) {
        return filled(id, "$1::bigint[]", "$2::text::date", "$3::text::date");
    }

    /**
     * Returns the statement of a question as anybody may run it.
     *
     * @param participants ids, or none for all
     * @param first first local date, or null for all from the beginning
     * @param last last local date, or null for all to the end
     */
    public String statement(String id, List<Long> participants, @Nullable LocalDate first, @Nullable LocalDate last) {
        String ids = participants.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::bigint[]"));
        return filled(
                id,
                participants.isEmpty() ? PARTICIPANTS : ids,
                first == null ? FIRST : "'" + first + "'::date",
                last == null ? LAST : "'" + last + "'::date");
    }

    /** Numbers and dates alone are put in, and only into the one line that begins with VALUES. */
    private String filled(String id, String participants, String first, String last) {
        String defaults = "VALUES (" + PARTICIPANTS + ", " + FIRST + ", " + LAST + ")";
        String sql = String.valueOf(statements.get(id));
        if (!sql.contains(defaults)) {
            throw new IllegalStateException("The statement of " + id + " has no line " + defaults);
        }
        return sql.replace(defaults, "VALUES (" + participants + ", " + first + ", " + last + ")");
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream file = Insights.class.getResourceAsStream("/insights/" + name)) {
            if (file == null) {
                throw new IllegalStateException("insights/" + name + " is missing from the class path");
            }
            return file.readAllBytes();
        }
    }
}

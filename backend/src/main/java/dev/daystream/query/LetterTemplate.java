package dev.daystream.query;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A letter with names in braces that stand for a participant's own figures. */
final class LetterTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final Map<String, BiFunction<StudyRow, Instant, @Nullable String>> FIGURES = figures();

    private final String subject;
    private final String text;

    /**
     * A letter to somebody.
     *
     * @param subject one line
     * @param text all of it
     * @param missing names of figures that there are none of
     */
    record Rendered(String subject, String text, List<String> missing) {}

    /**
     * Takes a template.
     *
     * @throws InvalidParametersException if a name in braces is not known, or the subject has more than a line
     */
    LetterTemplate(String subject, String text) {
        List<ParameterError> errors = new ArrayList<>();
        if (CONTROL.matcher(subject).find()) {
            errors.add(new ParameterError("subject", "it must be one line without control characters"));
        }
        if (subject.isBlank()) {
            errors.add(new ParameterError("subject", "it must not be blank"));
        }
        if (text.isBlank()) {
            errors.add(new ParameterError("text", "it must not be blank"));
        }
        unknown("subject", subject).ifPresent(errors::add);
        unknown("text", text).ifPresent(errors::add);
        if (!errors.isEmpty()) {
            throw new InvalidParametersException(errors);
        }
        this.subject = subject;
        this.text = text;
    }

    Rendered render(StudyRow row, Instant now) {
        List<String> missing = new ArrayList<>();
        // What participants are called is anybody's words, and a subject is a header.
        String line = CONTROL.matcher(filled(subject, row, now, missing)).replaceAll(" ");
        return new Rendered(
                line,
                filled(text, row, now, missing),
                missing.stream().distinct().toList());
    }

    private static Optional<ParameterError> unknown(String parameter, String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !FIGURES.containsKey(name))
                .findFirst()
                .map(name -> new ParameterError(
                        parameter,
                        "{" + name + "} is not a figure; those are {" + String.join("}, {", FIGURES.keySet()) + "}"));
    }

    private static String filled(String template, StudyRow row, Instant now, List<String> missing) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            String name = found.group(1);
            BiFunction<StudyRow, Instant, @Nullable String> figure = FIGURES.get(name);
            String value = figure == null ? null : figure.apply(row, now);
            if (value == null) {
                missing.add(name);
            }
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    private static Map<String, BiFunction<StudyRow, Instant, @Nullable String>> figures() {
        Map<String, BiFunction<StudyRow, Instant, @Nullable String>> figures = new LinkedHashMap<>();
        figures.put("name", (row, now) -> row.participant().name());
        figures.put("lastDay", (row, now) -> {
            var day = row.participant().lastDay();
            return day == null ? null : DAY.format(day);
        });
        figures.put("lastSync", (row, now) -> {
            Instant sync = row.lastSync();
            return sync == null
                    ? null
                    : MINUTE.format(sync.atZone(row.participant().zone()));
        });
        figures.put("daysSilent", (row, now) -> {
            Instant sync = row.lastSync();
            return sync == null
                    ? null
                    : Long.toString(Math.max(0, Duration.between(sync, now).toDays()));
        });
        figures.put("wear7", (row, now) -> percent(row.participant().wear7()));
        figures.put("wear30", (row, now) -> percent(row.participant().wear30()));
        figures.put("nights", (row, now) -> row.nightsOf() == 0 ? null : Integer.toString(row.nights()));
        figures.put("nightsOf", (row, now) -> row.nightsOf() == 0 ? null : Integer.toString(row.nightsOf()));
        return figures;
    }

    private static @Nullable String percent(WearSummary wear) {
        Double share = wear.share();
        return share == null || wear.pending() > 0 ? null : Math.round(100 * share) + " %";
    }
}

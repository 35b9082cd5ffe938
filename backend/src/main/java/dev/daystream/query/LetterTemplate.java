package dev.daystream.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message with placeholders in braces that stand for a participant's own values. */
final class LetterTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private final String subject;
    private final String text;

    /**
     * A message to a participant.
     *
     * @param subject one line
     * @param text all of it
     * @param used placeholders that occur, in order
     * @param missing those of them that have no value
     */
    record Rendered(String subject, String text, List<Placeholder> used, List<Placeholder> missing) {}

    /**
     * Takes a template.
     *
     * @throws InvalidParametersException if a placeholder is not known, or the subject has more than a line
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
        // Names are anybody's words, and a subject is a header.
        String line = CONTROL.matcher(filled(subject, row, now)).replaceAll(" ");
        List<Placeholder> used = PLACEHOLDER
                .matcher(subject + "\n" + text)
                .results()
                .flatMap(found -> Placeholder.find(found.group(1)).stream())
                .distinct()
                .toList();
        List<Placeholder> missing = used.stream()
                .filter(placeholder -> placeholder.valueFor(row, now) == null)
                .toList();
        return new Rendered(line, filled(text, row, now), used, missing);
    }

    private static Optional<ParameterError> unknown(String parameter, String template) {
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .filter(name -> Placeholder.find(name).isEmpty())
                .findFirst()
                .map(name -> new ParameterError(
                        parameter, "{" + name + "} is not a placeholder; those are " + Placeholder.all()));
    }

    private static String filled(String template, StudyRow row, Instant now) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(Placeholder.find(found.group(1))
                        .map(placeholder -> placeholder.valueFor(row, now))
                        .orElse(found.group())));
    }
}

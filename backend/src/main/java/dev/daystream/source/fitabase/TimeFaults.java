package dev.daystream.source.fitabase;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names what is wrong with a text that is no wall time of an export. */
final class TimeFaults {
    private static final String EXPECTED = " instead of the export's form 4/12/2016 7:21:00 AM";
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/\\d{4}(?!\\d).*");
    private static final Map<Pattern, String> FORMS = Map.of(
            Pattern.compile("\\d{4}-\\d\\d?-\\d\\d?.*"), "The time is in ISO form" + EXPECTED,
            Pattern.compile("\\d+([.,]\\d+)?"), "The time is a spreadsheet's number" + EXPECTED,
            Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}.*"), "The date is written with dots" + EXPECTED,
            Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{2}(\\D.*)?"), "The year has two digits" + EXPECTED,
            Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d\\d(:\\d\\d)?"), "The time lacks AM or PM" + EXPECTED,
            Pattern.compile("(?i)\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d\\d [AP]M"),
                    "The time lacks its seconds" + EXPECTED);

    private TimeFaults() {}

    /** Returns what is wrong, in words without the text itself. */
    static String of(String text) {
        String time = text.strip();
        if (time.isEmpty()) {
            return "The time is empty";
        }
        if (isOnlyDayFirst(time)) {
            return "The date is day-first" + EXPECTED;
        }
        return FORMS.entrySet().stream()
                .filter(form -> form.getKey().matcher(time).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("The time cannot be read");
    }

    /** Returns whether a text begins with a date that is one only if the day comes first, such as 13/4/2016. */
    static boolean isOnlyDayFirst(String text) {
        Matcher date = SLASHES.matcher(text.strip());
        if (!date.matches()) {
            return false;
        }
        int day = Integer.parseInt(date.group(1));
        int month = Integer.parseInt(date.group(2));
        return day > 12 && day <= 31 && month >= 1 && month <= 12;
    }
}

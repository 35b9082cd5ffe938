package dev.daystream.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads environment variables, collecting what is wrong instead of stopping at the first. */
final class Variables {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern HEART_RATE_EVERY = Pattern.compile("irregular|[1-9]\\d?s");
    /** Read by the launcher, the simulator or tests, not by the program. */
    static final Set<String> READ_ELSEWHERE = Set.of(
            "DAYSTREAM_CONSOLE_LEVEL",
            "DAYSTREAM_TEST_DATABASE_URL",
            "DAYSTREAM_BENCH_DATABASE_URL",
            "DAYSTREAM_URL",
            "DAYSTREAM_SIMULATOR_SWITCHES",
            "DAYSTREAM_SCREENSHOTS",
            "DAYSTREAM_MAIL_PORT",
            "DAYSTREAM_FITABASE",
            "DAYSTREAM_JAVA_OPTIONS");

    private final Map<String, String> environment;
    private final Set<String> known = new HashSet<>(READ_ELSEWHERE);
    private final List<String> errors = new ArrayList<>();

    Variables(Map<String, String> environment) {
        this.environment = environment;
    }

    String text(String name, String otherwise) {
        return read(name, otherwise, Function.identity());
    }

    List<String> list(String name) {
        return read(
                name,
                List.of(),
                value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    Path path(String name, String otherwise) {
        return read(name, Path.of(otherwise), Variables::asPath).toAbsolutePath();
    }

    @Nullable
    Path optionalPath(String name) {
        return raw(name) == null ? null : path(name, ".");
    }

    int port(String name, int otherwise) {
        return (int) number(name, otherwise, 0, 65_535);
    }

    long number(String name, long otherwise, long lowest, long highest) {
        return read(name, otherwise, value -> {
            long number;
            try {
                number = Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("must be a whole number");
            }
            if (number < lowest || number > highest) {
                throw new IllegalArgumentException("must lie between " + lowest + " and " + highest);
            }
            return number;
        });
    }

    boolean flag(String name, boolean otherwise) {
        return read(name, otherwise, value -> switch (value) {
            case "on", "true", "yes", "1" -> true;
            case "off", "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException("must be on or off");
        });
    }

    /** Reads one of the words that an enum's constants are in small letters. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        return read(
                name,
                otherwise,
                value -> Arrays.stream(all)
                        .filter(one -> word(one).equals(value))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must be one of "
                                + Arrays.stream(all).map(Variables::word).collect(Collectors.joining(", ")))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Reads durations by name, such as {@code heart_rate=730d,spo2=365d}; none if nothing is said. */
    Map<String, Duration> durations(String name, Duration lowest) {
        return read(name, Map.of(), value -> {
            Map<String, Duration> durations = new TreeMap<>();
            for (String one : value.split(",")) {
                String[] parts = one.strip().split("=", 2);
                if (parts.length < 2) {
                    throw new IllegalArgumentException("must read like heart_rate=730d,spo2=365d");
                }
                Duration duration = asDuration(parts[1]);
                if (duration.compareTo(lowest) < 0) {
                    throw new IllegalArgumentException(parts[0] + " must be kept for a day at least");
                }
                durations.put(parts[0], duration);
            }
            return Map.copyOf(durations);
        });
    }

    Duration duration(String name, Duration otherwise, Duration lowest, Duration highest) {
        return read(name, otherwise, value -> {
            Duration duration = asDuration(value);
            if (duration.compareTo(lowest) < 0 || duration.compareTo(highest) > 0) {
                throw new IllegalArgumentException(
                        "must lie between " + lowest.toSeconds() + "s and " + highest.toSeconds() + "s");
            }
            return duration;
        });
    }

    @Nullable
    LocalDate date(String name) {
        return raw(name) == null
                ? null
                : read(name, LocalDate.EPOCH, value -> {
                    try {
                        return LocalDate.parse(value);
                    } catch (DateTimeParseException e) {
                        throw new IllegalArgumentException("must be a date such as 2026-03-02");
                    }
                });
    }

    @Nullable
    DatabaseSettings database(String name) {
        // The value holds a password: it is never repeated in a message.
        return raw(name) == null
                ? null
                : read(name, new DatabaseSettings("", 0, "", "", ""), DatabaseSettings::parse, false);
    }

    /** Reads a mail server and the sender's address, which belong together. */
    @Nullable
    MailSettings mail(String url, String from) {
        String sender = raw(from);
        if (sender != null && !sender.matches("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+")) {
            errors.add(from + "=" + sender + ": must be an address such as study@example.org");
        }
        if (raw(url) == null) {
            return null;
        }
        if (sender == null) {
            errors.add(from + " must be set where " + url + " is");
        }
        MailSettings none = new MailSettings("", 0, false, null, "", "");
        return read(url, none, value -> MailSettings.parse(value, sender == null ? "" : sender), false);
    }

    @Nullable
    URI url(String name) {
        return raw(name) == null
                ? null
                : read(name, URI.create("http://invalid"), value -> {
                    URI url = URI.create(value);
                    if (url.getHost() == null
                            || (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()))) {
                        throw new IllegalArgumentException("must be a URL such as http://127.0.0.1:8787");
                    }
                    return url;
                });
    }

    String heartRateEvery(String name, String otherwise) {
        return read(name, otherwise, value -> {
            if (!HEART_RATE_EVERY.matcher(value).matches()) {
                throw new IllegalArgumentException("must be irregular or seconds such as 1s");
            }
            return value;
        });
    }

    String cron(String name, String otherwise, Predicate<String> isCron) {
        return read(name, otherwise, value -> {
            if (!isCron.test(value)) {
                throw new IllegalArgumentException("must be a Quartz cron expression such as " + otherwise);
            }
            return value;
        });
    }

    /** Throws if anything was wrong, or if a variable is set that nobody reads: it is likely misspelt. */
    void finish() {
        environment.keySet().stream()
                .filter(name -> name.startsWith("DAYSTREAM_") && !known.contains(name))
                .sorted()
                .forEach(name -> errors.add(name + " is not a setting; did you mean " + nearest(name) + "?"));
        if (!errors.isEmpty()) {
            throw new SettingsException(errors);
        }
    }

    private <T> T read(String name, T otherwise, Function<String, T> parse) {
        return read(name, otherwise, parse, true);
    }

    private <T> T read(String name, T otherwise, Function<String, T> parse, boolean repeatValue) {
        String value = raw(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            errors.add(name + (repeatValue ? "=" + value : "") + ": " + e.getMessage());
            return otherwise;
        }
    }

    private @Nullable String raw(String name) {
        known.add(name);
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static Path asPath(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("is not a path: " + e.getReason());
        }
    }

    private static Duration asDuration(String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("must be a duration such as 90s, 2m or 1h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private String nearest(String name) {
        return known.stream()
                .filter(one -> !READ_ELSEWHERE.contains(one))
                .min(java.util.Comparator.comparingInt(one -> distance(name, one)))
                .orElseThrow();
    }

    /** Edits that turn one word into another (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

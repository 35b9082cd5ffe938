package dev.daystream.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** docs/configuration.md and the program name the same settings with the same defaults. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (DAYSTREAM_[A-Z_]+) \\| ([^|]+) \\|");
    private static final Pattern LITERAL = Pattern.compile("`([^`]+)`");

    @Test
    void thePageNamesExactlyTheSettingsThatAreRead() throws IOException {
        Set<String> read = new TreeSet<>(Variables.READ_ELSEWHERE);
        Settings.read(new Recording(read), cron -> true);
        assertThat(page().keySet()).containsExactlyElementsOf(read);
    }

    @Test
    void aDefaultOfThePageIsTheDefault() throws IOException {
        Settings defaults = Settings.read(Map.of(), cron -> true);
        Map<String, String> literal = new HashMap<>();
        page().forEach((name, value) -> {
            var matcher = LITERAL.matcher(value);
            if (matcher.matches()) {
                literal.put(name, matcher.group(1));
            }
        });
        assertThat(literal).hasSizeGreaterThan(10);
        literal.forEach((name, value) -> assertThat(Settings.read(Map.of(name, value), cron -> true))
                .as("%s=%s", name, value)
                .isEqualTo(defaults));
    }

    /** Returns the settings of the page's tables with what stands as their default. */
    private static Map<String, String> page() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    /** An empty environment that remembers what it was asked for. */
    private static final class Recording extends AbstractMap<String, String> {
        private final Set<String> asked;

        Recording(Set<String> asked) {
            this.asked = asked;
        }

        @Override
        public @Nullable String get(Object name) {
            asked.add((String) name);
            return null;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            return Set.of();
        }
    }
}

package dev.daystream.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneNamesTest {
    @ParameterizedTest
    @CsvSource({
        "europe/berlin, Europe/Berlin",
        "Europe/Berln, Europe/Berlin",
        "Berlin, Europe/Berlin",
        "new york, America/New_York",
        "Asia/Katmandoo, Asia/Katmandu",
        "Kathmandu, Asia/Kathmandu",
        "Amerika/New_York, America/New_York",
    })
    void theNearestNameIsSuggested(String written, String meant) {
        assertThat(ZoneNames.find(written)).isEmpty();
        assertThat(ZoneNames.nearest(written)).contains(meant);
        assertThat(ZoneNames.unknown(written))
                .isEqualTo("there is no time zone '" + written + "'; did you mean " + meant + "?");
    }

    @Test
    void onlyNamesOfPlacesAreZones() {
        assertThat(ZoneNames.find("Europe/Berlin")).contains(ZoneId.of("Europe/Berlin"));
        assertThat(ZoneNames.find("+02:00")).isEmpty();
        assertThat(ZoneNames.find("UTC+2")).isEmpty();
        assertThat(ZoneNames.find("")).isEmpty();
    }

    @Test
    void forNonsenseThereIsNoSuggestion() {
        assertThat(ZoneNames.nearest("xqxqxqxqxqxqxqxqxqxqxqxq")).isEmpty();
        assertThat(ZoneNames.unknown("xqxqxqxqxqxqxqxqxqxqxqxq")).endsWith("an IANA name reads Europe/Berlin");
    }
}

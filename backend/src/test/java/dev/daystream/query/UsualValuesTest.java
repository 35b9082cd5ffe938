package dev.daystream.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The usual value of a day is made from the days before it, and from no other. */
class UsualValuesTest {
    @Test
    void theDaysBeforeCountAndNotTheDayItself() {
        List<@Nullable Double> values = Arrays.asList(2.0, 4.0, null, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0, 1_000.0, 1_000.0);
        var usual = UsualValues.at(values, 9);
        assertThat(usual).isNotNull();
        assertThat(usual.days()).isEqualTo(8);
        assertThat(usual.mean()).isEqualTo(5);
        assertThat(usual.deviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
    }

    @Test
    void fewerThanFiveDaysAreNotUsual() {
        List<@Nullable Double> values = Arrays.asList(1.0, null, 2.0, 3.0, null, 4.0, 5.0, 6.0);
        assertThat(UsualValues.at(values, 0)).isNull();
        assertThat(UsualValues.at(values, 6)).isNull();
        assertThat(UsualValues.at(values, 7)).isEqualTo(new UsualValues.Usual(3, Math.sqrt(2.5), 5));
        assertThat(UsualValues.at(values, values.size())).isNotNull();
    }

    @Test
    void whatLiesMoreThanThirtyDaysBackDoesNotCount() {
        List<@Nullable Double> values = new ArrayList<>(Collections.nCopies(UsualValues.DAYS, 10.0));
        values.add(0, 99.0);
        assertThat(UsualValues.at(values, values.size())).isEqualTo(new UsualValues.Usual(10, 0, 30));
        assertThat(UsualValues.at(values, 30)).extracting("mean").isNotEqualTo(10.0);
    }
}

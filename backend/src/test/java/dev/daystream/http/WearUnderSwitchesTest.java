package dev.daystream.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weeks of people who take their watch off, charge it and sync late: wear time overall is that of the truth. */
class WearUnderSwitchesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-16");
    private static final int DAYS = 14;
    private static final int PEOPLE = 3;

    @Test
    void wearIsWithinTwoPerCentOfTheTruth() {
        try (SimulatedStudy study = new SimulatedStudy(Map.of())) {
            Random random = new Random(4);
            for (int person = 1; person <= PEOPLE; person++) {
                for (int i = 0; i < DAYS; i++) {
                    wrongs(study, random, person, FIRST.plusDays(i));
                }
            }
            take(study);
            assertThat(compare(study)).isBetween(1, PEOPLE * DAYS - 1);
            study.syncs();
            take(study);
            assertThat(compare(study)).isEqualTo(PEOPLE * DAYS);
        }
    }

    private static void wrongs(SimulatedStudy study, Random random, int person, LocalDate date) {
        if (random.nextInt(3) == 0) {
            int hour = random.nextInt(0, 20);
            study.on(
                    "non-wear",
                    person,
                    date,
                    "'start':'%02d:%02d','end':'%02d:%02d'"
                            .formatted(hour, random.nextInt(60), hour + random.nextInt(1, 4), random.nextInt(60)));
        }
        if (random.nextInt(2) == 0) {
            study.on(
                    "charging",
                    person,
                    date,
                    "'start':'%02d:%02d'".formatted(random.nextInt(6, 22), random.nextInt(60)));
        }
        if (random.nextInt(5) == 0) {
            study.late(person, date, "");
        }
    }

    private static void take(SimulatedStudy study) {
        for (int person = 1; person <= PEOPLE; person++) {
            for (int i = 0; i < DAYS; i++) {
                assertThat(study.take(person, FIRST.plusDays(i)).error()).isNull();
            }
        }
    }

    /** Compares the wear of each person's known days with the truth of the same days; returns how many are known. */
    private static int compare(SimulatedStudy study) {
        int days = 0;
        double all = 0;
        double real = 0;
        for (int person = 1; person <= PEOPLE; person++) {
            double told = 0;
            double truth = 0;
            int known = 0;
            for (int i = 0; i < DAYS; i++) {
                LocalDate date = FIRST.plusDays(i);
                JsonObject wear = study.day(person, date).getJsonObject("wear");
                if (wear != null) {
                    double worn = study.truth(person, date).wornMinutes();
                    assertThat((double) wear.getInteger("minutes"))
                            .as("%d on %s", person, date)
                            .isCloseTo(worn, within(0.02 * 1_500));
                    told += wear.getInteger("minutes");
                    truth += worn;
                    known++;
                }
            }
            assertThat(told).as("person %d", person).isCloseTo(truth, within(0.02 * truth));
            JsonObject overall = study.api.ok("/participants/" + person).getJsonObject("wear");
            assertThat(overall.getInteger("days")).isEqualTo(known);
            assertThat(overall.getInteger("minutes")).isEqualTo((int) told);
            all += told;
            real += truth;
            days += known;
        }
        assertThat(all).isCloseTo(real, within(0.005 * real));
        return days;
    }
}

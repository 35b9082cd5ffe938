package dev.daystream.http;

import static dev.daystream.store.TestDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.daystream.Wiring.Fetching;
import dev.daystream.baddays.BadDaysServer;
import dev.daystream.config.MailSettings;
import dev.daystream.ingest.IngestFixture;
import dev.daystream.mail.SmtpMail;
import dev.daystream.model.Clockwork;
import dev.daystream.model.Excerpts;
import dev.daystream.model.Jobs;
import dev.daystream.model.Quotas;
import dev.daystream.model.Trigger;
import dev.daystream.query.Service;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * The bad days behind the API: delivered over HTTP, parsed, stored; some late, one corrected. They are there once for all tests of {@link
 * OneBadDayEverywhereTest}, which only read, and are closed with them: they hold as many connections as a service.
 */
final class BadDays {
    /** Noon after the last day. */
    static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final LocalDate CORRECTED = LocalDate.of(2026, 10, 22);
    private static final LocalDate ARRIVES_LAST = LocalDate.of(2026, 10, 23);

    private static final class Holder {
        private static final BadDays INSTANCE = new BadDays();
    }

    final IngestFixture fixture = new IngestFixture(
            dev.daystream.simulator.SimulatorConfig.forTests(), Map.of(), Clock.systemUTC(), IngestFixture.SHORT);
    final ApiServer api;

    private BadDays() {
        try (BadDaysServer source = new BadDaysServer(0)) {
            Fetching fetching = fixture.wiring.fetching(source.address(), ending -> {});
            await(fetching.firstStart().prepare());
            for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
                if (!date.equals(ARRIVES_LAST)) {
                    take(fetching, BadDaysServer.BAD_DAYS, date);
                }
                take(fetching, BadDaysServer.STEPS_ALONE, date);
            }
            LocalDate spring = LocalDate.of(2026, 3, 29);
            for (int i = -2; i <= 2; i++) {
                take(fetching, BadDaysServer.ORDINARY, spring.plusDays(i));
            }
            api = new ApiServer(fixture.server, null, service(), NOW);
            readEverything();
            source.arriveLate();
            take(fetching, BadDaysServer.BAD_DAYS, CORRECTED);
            take(fetching, BadDaysServer.BAD_DAYS, ARRIVES_LAST);
            await(fetching.source().close());
            // As if each day had been fetched an hour after its end, and not when this test runs.
            fixture.update("UPDATE delivery SET delivered_at = range_end + interval '1 hour'");
            fixture.update(
                    "UPDATE ingest_run r SET started_at = d.delivered_at, finished_at = d.delivered_at FROM delivery d"
                            + " WHERE d.participant_id = r.participant_id AND d.local_date = r.local_date AND d.data_type = r.data_type");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        api.close();
        fixture.close();
    }

    static BadDays get() {
        return Holder.INSTANCE;
    }

    /** Lets caches, kept wear and derived metrics come about before the last deliveries, which must renew them. */
    private void readEverything() {
        api.ok("/participants/1/days?from=" + FIRST + "&to=" + LAST);
        api.ok("/participants/1/derived?from=" + FIRST + "&to=" + LAST + "&limit=366");
    }

    private void take(Fetching fetching, long participant, LocalDate date) {
        var ending = await(fetching.days().take(fixture.participant(participant), date, Trigger.MANUAL));
        assertThat(ending.failures())
                .as("%d on %s: %s", participant, date, ending.error())
                .isZero();
    }

    static Service service() {
        var server = new MailSettings("127.0.0.1", 9, false, null, "", "study@daystream.example");
        var mail = new SmtpMail(io.vertx.core.Vertx.vertx(), server, Clock.fixed(NOW, ZoneOffset.UTC));
        return new Service(Jobs.NOWHERE, Excerpts.NONE, Quotas.UNKNOWN, mail, Clockwork.STILL);
    }

    /** Returns what each participant of the table has for the days of the table: 1 and 3 in October, 2 in March. */
    static String range(long participant) {
        return participant == BadDaysServer.ORDINARY
                ? "from=2026-03-27&to=2026-03-31"
                : "from=" + FIRST + "&to=" + LAST;
    }

    JsonObject ok(String path) {
        return api.ok(path);
    }
}
